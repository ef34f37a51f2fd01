"""The numbers of the reasons, by name; values and sources in evidence/numbers/reasons.toml."""

from typing import Final

from stepstool.method.evidence import count, number, span

STRONG: Final = count("reasons.strong")
WEAK: Final = count("reasons.weak")
LIKELY: Final = count("reasons.likely")
LATELY: Final = span("reasons.lately")
SITS_LATELY: Final = span("reasons.sits_lately")
CHANGE_LATELY: Final = span("reasons.change_lately")
OFTEN: Final = count("reasons.often")
PAINLESS: Final = count("reasons.painless")
PLACED: Final = count("reasons.placed")
IN_THE_TOILET: Final = number("reasons.in_the_toilet").value
NOTHING_SINCE: Final = span("reasons.nothing_since")
GLAD_SITS: Final = count("reasons.glad_sits")
MOMENT: Final = count("reasons.moment")
WHILE: Final = count("reasons.while")
OFFERS: Final = count("reasons.offers")
OFFERS_TAKEN: Final = number("reasons.offers_taken").value
YOUNG: Final = count("reasons.young")
VERY_YOUNG: Final = count("reasons.very_young")
FOUR_YEARS: Final = count("reasons.four_years")
READY_FEW: Final = count("reasons.ready_few")
READY_MANY: Final = count("reasons.ready_many")
AGAIN_FIGHT: Final = span("reasons.again_fight")
AGAIN_NO_STEP: Final = span("reasons.again_no_step")
AGAIN_LONG_AGO: Final = span("reasons.again_long_ago")
SITS_TAKEN: Final = count("reasons.sits_taken")
SCREAM: Final = count("comfort.scream")
BABY_CRIES: Final = count("comfort.straining_is_normal")
