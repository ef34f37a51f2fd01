"""The same stools for programs: a FHIR R4 Bundle, as plain JSON, and read again.

One Observation for each attribute, grouped by a parent that names them as members (as HL7
Nederland does for defecation), the Bristol type as a whole number (as HL7 Belgium does). Only
codes that were seen in a published source are used (evidence §11); what has none carries a
name in words. No conformance is claimed: it is checked against R4B, the nearest to R4 that
`fhir.resources` holds, which looks at names and types and not at value sets.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from stepstool.method.evidence import topic
from stepstool.method.record import (
    UNKNOWN,
    Entry,
    NonsenseError,
    Record,
    Timing,
    computed_id,
    read_entry,
)
from stepstool.method.record.entry import STEPSTOOL
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.report.care import orders_in_force
from stepstool.method.report.report import BUNDLE, Section
from stepstool.method.report.sheet import SHEET
from stepstool.method.report.stretch import Stretch

N: Final = topic("report")
SNOMED: Final = "http://snomed.info/sct"
BOWEL_FUNCTION: Final = "111989001"  # HL7 Nederland, BowelFunction
BRISTOL: Final = "443172007"  # HL7 Belgium, StoolObservation
FREQUENCY: Final = "162098000"  # HL7 Nederland, BowelFunction.Frequency
UCUM: Final = "http://unitsofmeasure.org"
A_DAY: Final = "/d"
OURS: Final = f"urn:uuid:{STEPSTOOL}"
"""The space in which ids of entries are unique."""
TYPE: Final = "bristol"
TIMING: Final = "timing"
# What a clinician reads of a stool; feelings and free words of a family stay at home.
TELLS: Final = (
    TYPE,
    "brussels",
    "bristol_low",
    "bristol_high",
    "place",
    "amount",
    "pain",
    "strain",
    "blood",
    "soiling",
    "noticed",
    "sleeping",
)
Resource = dict[str, Any]


def bundle_of(
    record: Record, days: int = N.count.days, without: Collection[str] = ()
) -> str:
    """Write the stools of the last days, how often, and the orders in force, as JSON.

    without: parts that the family leaves out: the sheet with the stools, how often, what was
    tried with the orders; empty where the copy for programs itself is left out.
    """
    if BUNDLE in without:
        return ""
    stretch = Stretch(record, days)
    resources = [_patient(record)]
    if SHEET not in without:
        resources += [one for poop in _poops(stretch) for one in _stool(poop, record)]
    if Section.STOOLS not in without:
        resources += _frequency(stretch)
    if Section.TRIED not in without:
        resources += _orders(record)
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": record.at.isoformat(),
        "entry": [{"fullUrl": _url(one["id"]), "resource": one} for one in resources],
    }
    return json.dumps(bundle, ensure_ascii=False)


def _poops(stretch: Stretch) -> Sequence[Poop]:
    return [poop for bout in stretch.bouts for poop in bout.poops]


def _url(id_: str) -> str:
    return f"urn:uuid:{id_}"


def _patient(record: Record) -> Resource:
    born = {} if record.child.born is UNKNOWN else {"birthDate": str(record.child.born)}
    return {"resourceType": "Patient", "id": _patient_id(record), **born}


def _patient_id(record: Record) -> str:
    return computed_id(record.child.id, "patient")


def _about(record: Record) -> Resource:
    return {"reference": _url(_patient_id(record))}


def _coded(code: str, words: str) -> Resource:
    return {"coding": [{"system": SNOMED, "code": code}], "text": words}


def _observation(record: Record, id_: str, code: Resource, **more: Any) -> Resource:
    return {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "code": code,
        "subject": _about(record),
        **more,
    }


def _stool(poop: Poop, record: Record) -> Iterator[Resource]:
    """Give a stool and what is known of it, each an observation of its own."""
    at = {"effectiveDateTime": record.clock.local(poop.at).isoformat()}
    members = [
        _observation(
            record, computed_id(poop.id, name), _code(name), **at, **_value(value)
        )
        for name, value in _known(poop)
    ]
    yield _observation(
        record,
        computed_id(poop.id, "stool"),
        _coded(BOWEL_FUNCTION, "stool"),
        identifier=[{"system": OURS, "value": poop.id}],
        **at,
        **_members(members),
    )
    yield from members


def _members(members: Sequence[Resource]) -> Resource:
    """Name the members; FHIR has no empty lists."""
    named = [{"reference": _url(member["id"])} for member in members]
    return {"hasMember": named} if named else {}


def _known(poop: Poop) -> Iterator[tuple[str, Any]]:
    for name in TELLS:
        value = getattr(poop, name)
        if value is not UNKNOWN:
            yield name, poop.QUESTIONS[name].write(value)
    if poop.timing is not Timing.EXACT:
        yield TIMING, str(poop.timing)


def _code(name: str) -> Resource:
    return _coded(BRISTOL, "Bristol type") if name == TYPE else {"text": name}


def _value(value: object) -> Resource:
    key = "valueInteger" if isinstance(value, int) else "valueString"
    return {key: value}


def _frequency(stretch: Stretch) -> Iterator[Resource]:
    """How many come a day, where enough days are known."""
    rate = stretch.a_week(len(stretch.full))
    if rate is None:
        return
    record, known = stretch.record, stretch.known_days
    a_day = len(stretch.full) / known
    yield _observation(
        record,
        computed_id(record.child.id, "frequency", stretch.first, stretch.last),
        _coded(FREQUENCY, f"stools a day, of {known} known days"),
        effectivePeriod={"start": str(stretch.first), "end": str(stretch.last)},
        valueQuantity={
            "value": float(f"{a_day:.2f}"),
            "unit": "per day",
            "system": UCUM,
            "code": A_DAY,
        },
    )


def _orders(record: Record) -> Iterator[Resource]:
    """Give the orders in force, in the words of who ordered."""
    for order in orders_in_force(record):
        words = order.medicine if order.order is UNKNOWN else order.order
        yield {
            "resourceType": "MedicationStatement",
            "id": computed_id(order.id, "order"),
            "status": "active",
            "medicationCodeableConcept": {"text": str(words or "not written down")},
            "subject": _about(record),
            "effectivePeriod": {"start": record.clock.local(order.at).isoformat()},
        }


def stools_in(text: str) -> Iterator[Entry | str]:
    """Read the stools of a bundle: an entry each, or why one can't be read.

    Those that we wrote keep their ids; of another program's only the Bristol type is read.
    Raises ValueError where it is no bundle.
    """
    resources = _resources(text)
    for resource in resources.values():
        if _is_coded(resource, BOWEL_FUNCTION):
            members = _read_members(resource, resources)
            yield _read_stool(resource, members)


def _resources(text: str) -> Mapping[str, Mapping[str, Any]]:
    """Give the resources of a bundle by their addresses."""
    try:
        bundle = json.loads(text)
        rows = [(row["fullUrl"], row["resource"]) for row in bundle["entry"]]
    except (KeyError, RecursionError, TypeError, ValueError):
        raise ValueError("no bundle") from None
    return {
        url: resource
        for url, resource in rows
        if isinstance(url, str) and isinstance(resource, Mapping)
    }


def _is_coded(resource: Mapping[str, Any], code: str) -> bool:
    return code in _codes(resource)


def _codes(resource: Mapping[str, Any]) -> list[Any]:
    """Give the codes of a resource that are SNOMED's."""
    code = resource.get("code")
    codings = code.get("coding") if isinstance(code, Mapping) else None
    return [
        coding.get("code")
        for coding in (codings if isinstance(codings, list) else ())
        if isinstance(coding, Mapping) and coding.get("system") == SNOMED
    ]


def _read_members(
    resource: Mapping[str, Any], resources: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Any]]:
    """Give name and value of each member."""
    members = resource.get("hasMember")
    for member in members if isinstance(members, list) else ():
        url = member.get("reference") if isinstance(member, Mapping) else None
        found = resources.get(url, {}) if isinstance(url, str) else {}
        yield _name(found), found.get("valueInteger", found.get("valueString"))


def _name(resource: Mapping[str, Any]) -> str:
    if _is_coded(resource, BRISTOL):
        return TYPE
    code = resource.get("code")
    return str(code.get("text")) if isinstance(code, Mapping) else ""


def _read_stool(
    resource: Mapping[str, Any], members: Iterator[tuple[str, Any]]
) -> Entry | str:
    values = dict(members)
    own = _own_id(resource)
    names = TELLS if own else (TYPE,)
    data = {name: values[name] for name in names if name in values}
    raw = {
        "id": own
        or computed_id("fhir", resource.get("id"), resource.get("identifier")),
        "kind": Poop.KIND,
        "at": resource.get("effectiveDateTime"),
        "data": data,
    }
    if TIMING in values:
        raw["timing"] = values[TIMING]
    try:
        return read_entry(raw)
    except NonsenseError as nonsense:
        return str(nonsense)


def _own_id(resource: Mapping[str, Any]) -> str:
    """Give the id of the entry that it was made of; empty if it is not ours."""
    identifiers = resource.get("identifier")
    for identifier in identifiers if isinstance(identifiers, list) else ():
        if isinstance(identifier, Mapping) and identifier.get("system") == OURS:
            return str(identifier.get("value", ""))
    return ""
