"""Settings from the environment: each is read here, and nonsense is refused with its cure."""

import hashlib
import ipaddress
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import time
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from stepstool.web.backups.storages import Destination
from stepstool.web.shell import faults

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"", "0", "false", "no", "off"})
# What the house puts into its data folder; the folder of collected files holds nothing of a family.
OURS = (
    "secret-key",
    "stepstool*.sqlite3*",
    "backups",
    "backups/*",
    "arrivals",
    "arrivals/*",
)
_WRITABLE = "Name a folder that this user may write to."
# What another folder on the same disk would not mend.
LASTING = frozenset({faults.Fault.DISK_FULL, faults.Fault.DISK_FAILS})
SHORTEST_PHRASE = 16
SHORTEST_SECRET = 32


def flag(name: str, env: Mapping[str, str] = os.environ) -> bool:
    """Read a switch, off unless it is set."""
    value = env.get(name, "").strip().lower()
    if value not in YES | NO:
        cure = "Set it to 1 or 0, or leave it out."
        raise ImproperlyConfigured(f"{name} is {value!r}, which is neither. {cure}")
    return value in YES


def choice(
    name: str, options: tuple[str, ...], env: Mapping[str, str] = os.environ
) -> str:
    """Read one of several words; the first is what holds when nothing is set."""
    value = env.get(name, "").strip().lower() or options[0]
    if value not in options:
        known = ", ".join(options)
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Set it to one of: {known}; or leave it out."
        )
    return value


def number(name: str, low: int, high: int, env: Mapping[str, str] = os.environ) -> int:
    """Read a whole number; the lowest is what holds when nothing is set."""
    value = env.get(name, "").strip() or str(low)
    if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Set it to a whole number from {low} to {high}."
        )
    return int(value)


def words(name: str, env: Mapping[str, str] = os.environ) -> list[str]:
    """Read a list, separated by commas."""
    return [word.strip() for word in env.get(name, "").split(",") if word.strip()]


def on_this_machine(
    name: str, env: Mapping[str, str] = os.environ
) -> tuple[str, int] | None:
    """Read an address and port that only this machine reaches; None where none is set."""
    value = env.get(name, "").strip()
    if not value:
        return None
    host, _, port = value.rpartition(":")
    plain = host.removeprefix("[").removesuffix("]")
    is_port = port.isascii() and port.isdigit() and 0 < int(port) < 65_536
    if not is_port or not _is_loopback(plain):
        cure = "Write an address of this machine alone with a port, such as 127.0.0.1:9101."
        raise ImproperlyConfigured(f"{name} is {value!r}. {cure}")
    return plain, int(port)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def path_below(name: str, env: Mapping[str, str] = os.environ) -> str:
    """Read below which path the house stands, such as /stepstool; "" where it is the root."""
    value = env.get(name, "").strip().rstrip("/")
    if value and not re.fullmatch(r"(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+", value):
        cure = "Write it as it stands in the address, such as /stepstool."
        raise ImproperlyConfigured(f"{name} is {value!r}, which is no path. {cure}")
    return value


# As browsers send it: a name, with a dot in front for all below it, an address, or all.
_NAME = re.compile(r"\.?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\]|\*")


def names(name: str, env: Mapping[str, str] = os.environ) -> list[str]:
    """Read the names that the house answers to: no addresses of pages, and no ports."""
    read = words(name, env)
    for word in read:
        if not _NAME.fullmatch(word):
            raise ImproperlyConfigured(f"{name} has {word!r}. {_instead(word)}")
    return read


def _instead(word: str) -> str:
    """Say how a name is written instead."""
    bare = word.rpartition("//")[2].partition("/")[0].rpartition("@")[2]
    bare = bare if bare.count(":") > 1 else bare.partition(":")[0]
    if bare.count(":") > 1 and not bare.startswith("["):
        bare = f"[{bare}]"
    with suppress(UnicodeError):
        bare = bare.encode("idna").decode() if not bare.isascii() else bare
    if _NAME.fullmatch(bare):
        return f"Write the name alone, without https://, port or path: {bare}"
    return "Write names such as diary.example.org, separated by commas."


Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def user_header(
    name: str, proxies: str, env: Mapping[str, str] = os.environ
) -> tuple[str, list[Network]]:
    """Read in which header which proxies name who is here; ("", []) where none does."""
    header = env.get(name, "").strip()
    believed = [_network(proxies, word) for word in words(proxies, env)]
    if header and not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", header):
        cure = "Write it as the proxy sends it, such as Remote-User."
        raise ImproperlyConfigured(f"{name} is {header!r}, which is no header. {cure}")
    if header and not believed:
        cure = f"Set {proxies} to the address of your proxy, such as 127.0.0.1."
        raise ImproperlyConfigured(f"{name} is set, and nobody may send it. {cure}")
    return header, believed


def _network(name: str, word: str) -> Network:
    try:
        return ipaddress.ip_network(word)
    except ValueError as error:
        cure = "Write addresses such as 127.0.0.1, or networks such as 172.18.0.0/16."
        raise ImproperlyConfigured(f"{name} has {word!r}. {cure}") from error


class OpenID(NamedTuple):
    """An OpenID Connect provider, as a host sets it; issuer is empty where there is none.

    provider: what its people are kept under here. origins: where its pages are.
    """

    issuer: str = ""
    name: str = ""
    provider: str = "openid"
    apps: tuple[dict[str, Any], ...] = ()
    origins: tuple[str, ...] = ()


def openid(name: str, env: Mapping[str, str] = os.environ) -> OpenID:
    """Read the provider: its address, client, secret and name."""
    issuer = env.get(name, "").strip().rstrip("/")
    if not issuer:
        return OpenID()
    cure = "Write the address of its issuer, which begins with https://."
    parts = _address(name, issuer, cure)
    here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if not parts.hostname or (parts.scheme != "https" and not here):
        raise ImproperlyConfigured(f"{name} is {issuer!r}. {cure}")
    client, secret = (env.get(f"{name}_{part}", "") for part in ("CLIENT", "SECRET"))
    if not client or not secret:
        raise ImproperlyConfigured(
            f"{name} is set. Set {name}_CLIENT and {name}_SECRET too, as the provider "
            "gave them to you."
        )
    shown = env.get(f"{name}_NAME", "").strip() or parts.hostname
    provider = f"openid-{hashlib.sha256(issuer.encode()).hexdigest()[:12]}"
    app = {
        "provider_id": provider,
        "name": shown,
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": issuer},
    }
    origin = f"{parts.scheme}://{parts.netloc}"
    return OpenID(issuer, shown, provider, (app,), (origin,))


def _address(name: str, value: str, cure: str) -> SplitResult:
    """Take an address apart, where it can be; that of [::1 cannot."""
    try:
        return urlsplit(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is {value!r}. {cure}") from error


def numbers_to_call(
    name: str, env: Mapping[str, str] = os.environ
) -> list[tuple[str, str]]:
    """Read names with their telephone numbers: `Parent line=+44 1234; Doctor=116 117`."""
    parts = [part.strip() for part in env.get(name, "").split(";") if part.strip()]
    pairs = [tuple(map(str.strip, part.rpartition("=")[::2])) for part in parts]
    wrong = [
        part
        for part, (who, to) in zip(parts, pairs, strict=True)
        if not who or not _is_number(to)
    ]
    if wrong:
        cure = "Write each as name=number, and separate them by semicolons."
        raise ImproperlyConfigured(
            f"{name} has {wrong[0]!r}, which is no number to call. {cure}"
        )
    return [(who, to) for who, to in pairs]


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\+?[0-9][0-9 /()-]{1,24}", text))


def place(name: str, default: str, env: Mapping[str, str] = os.environ) -> Path:
    """Read which folder is meant, there or not."""
    try:
        return Path(env.get(name, "").strip() or default).expanduser().resolve()
    except (
        OSError,
        RuntimeError,
    ) as error:  # RuntimeError: of ~somebody without a home
        raise ImproperlyConfigured(
            f"{name} is {env.get(name)!r}, which leads nowhere ({error}). {_WRITABLE}"
        ) from error


def time_of_day(name: str, default: str, env: Mapping[str, str] = os.environ) -> time:
    """Read a time of day, in the zone of the machine."""
    value = env.get(name, "").strip() or default
    if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", value):
        cure = "Write it as hours and minutes, such as 03:30."
        raise ImproperlyConfigured(f"{name} is {value!r}. {cure}")
    hour, minute = map(int, value.split(":"))
    return time(hour, minute)


def pass_phrase(name: str, env: Mapping[str, str] = os.environ) -> str:
    """Read a pass phrase; empty where there is none."""
    words = env.get(name, "").strip()
    if words and len(words) < SHORTEST_PHRASE:
        cure = "Take five words or more that only you would put together."
        raise ImproperlyConfigured(f"{name} is too short to hold. {cure}")
    return words


def place_of_backups(
    name: str, without: Path, env: Mapping[str, str] = os.environ
) -> Destination:
    """Read where backups go: a folder, or s3://bucket/folder with what opens it."""
    value = env.get(f"{name}_TO", "").strip()
    if "://" not in value:
        return Destination(folder=place(f"{name}_TO", str(without), env))
    cure = "Write the path of a folder, or s3://bucket/folder."
    parts = _address(f"{name}_TO", value, cure)
    if parts.scheme != "s3" or not parts.netloc:
        raise ImproperlyConfigured(f"{name}_TO is {value!r}. {cure}")
    store = {
        part: env.get(f"{name}_S3_{part}", "").strip()
        for part in ("ENDPOINT", "REGION", "KEY", "SECRET")
    }
    for wanted in ("KEY", "SECRET"):
        if not store[wanted]:
            raise ImproperlyConfigured(
                f"{name}_TO is a store. Set {name}_S3_{wanted} too, as the store gave it to you."
            )
    if store["ENDPOINT"] and not store["ENDPOINT"].startswith(("https://", "http://")):
        cure = "Write the address of the store, which begins with https://."
        raise ImproperlyConfigured(f"{name}_S3_ENDPOINT is no address. {cure}")
    if not env.get(f"{name}_PASSPHRASE", "").strip():
        raise ImproperlyConfigured(
            f"{name}_TO is a store that others run, and a backup holds whole diaries. "
            f"Set {name}_PASSPHRASE too, and keep it on paper."
        )
    return Destination(
        bucket=parts.netloc,
        prefix=parts.path.strip("/"),
        endpoint=store["ENDPOINT"],
        region=store["REGION"] or "us-east-1",
        key=store["KEY"],
        secret=store["SECRET"],
    )


def folder(name: str, default: str, env: Mapping[str, str] = os.environ) -> Path:
    """Read a folder and make it if it is missing; not where a link leads to a disk that is away."""
    path = place(name, default, env)
    written = Path(env.get(name, "").strip() or default).expanduser()
    if written.is_symlink() and not path.exists():
        raise ImproperlyConfigured(
            f"{name} is a link to {path}, where nothing is. Mount its disk, or make the"
            f" folder first: mkdir -m 700 {path}"
        )
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        fault = faults.fault_of(error)
        cure = faults.WORDS[fault] if fault in LASTING else _WRITABLE
        raise ImproperlyConfigured(
            f"{name} is {path}, which cannot be used ({error.strerror}). {cure}"
        ) from error
    return path


def keep_for_owner(folder: Path) -> None:
    """Let nobody else read what this process writes from now on, nor what is there already.

    Whatever the mode of the folder and the umask that the process was started with. What is not
    of our making is left alone, in case somebody names a folder with other things in it.
    """
    os.umask(0o077)
    for path in (path for names in OURS for path in folder.glob(names)):
        with suppress(OSError):  # gone meanwhile, or another user's
            mode = path.lstat().st_mode
            if mode & 0o077 and not path.is_symlink():
                path.chmod(mode & 0o7700)


def secret_key(path: Path) -> str:
    """Read the secret that signs sessions, or make one that only this user can read.

    Two processes that start at once end with the same secret: the file appears whole,
    and only the first one to name it wins.
    """
    if not path.exists():
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        try:
            draft.write_text(secrets.token_urlsafe(50))
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    read = path.read_bytes() if path.is_file() else b""
    secret = read.decode(errors="replace").strip()
    is_text = secret.isprintable() and "\ufffd" not in secret
    if len(secret) < SHORTEST_SECRET or not is_text:
        cure = "Delete it and start again: a new one is made, and all sign in anew."
        raise ImproperlyConfigured(f"{path} holds no secret. {cure}")
    return secret
