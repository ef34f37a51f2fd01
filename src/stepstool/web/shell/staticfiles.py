"""Files that all may see, named by their content and compressed once."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

Sources: TypeAlias = dict[str, tuple[Storage, str]]
IMPORT = re.compile(r'@import "([a-z-]+\.css)";')
COLLECTORS = ("brotli", "django", "whitenoise")  # a new version may write other files
COLLECTED_FROM = ".collected-from"  # beside the files: what they were made of


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Puts into a sheet what it imports from beside it, so that a browser asks once.

    Also renames what ES modules import, so that all of it may be cached for ever.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths: Sources, **options: Any) -> Iterator[Any]:
        """Gather the sheets, then name and compress all files."""
        for name, text in gathered(paths).items():
            self.delete(name)
            self.save(name, ContentFile(text.encode()))
            paths[name] = (self, name)
        yield from super().post_process(paths, **options)


def gathered(paths: Sources) -> Mapping[str, str]:
    """Give the sheets that import others, each with the text of these in its place."""
    sheets = {name: _text(*paths[name]) for name in paths if name.endswith(".css")}
    whole = {name: _whole(name, sheets) for name in sheets}
    return {name: text for name, text in whole.items() if text != sheets[name]}


def _whole(name: str, sheets: Mapping[str, str]) -> str:
    def beside(line: re.Match[str]) -> str:
        return sheets[str(PurePosixPath(name).with_name(line[1]))]

    return IMPORT.sub(beside, sheets[name])


def _text(storage: Storage, path: str) -> str:
    with storage.open(path) as file:
        return str(file.read().decode())


def collect() -> None:
    """Collect and compress all files, unless what is there was made of just these."""
    root, state = Path(settings.STATIC_ROOT), _state()
    mark = root / COLLECTED_FROM
    if mark.is_file() and mark.read_text() == state:
        return
    # Without a mark somebody was cut off, and a file may be half of itself: all begins anew.
    cut_off = root.is_dir() and not mark.is_file()
    mark.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=cut_off)
    root.mkdir(parents=True, exist_ok=True)
    mark.write_text(state)


def _state() -> str:
    """Digest all files with their names, and what collects them."""
    state = hashlib.sha256(Path(__file__).read_bytes())
    state.update(repr(settings.STORAGES["staticfiles"]).encode())
    state.update(repr([metadata.version(name) for name in COLLECTORS]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            with storage.open(name) as file:
                content = hashlib.sha256(file.read()).hexdigest()
            state.update(f"{name} {content}\n".encode())
    return state.hexdigest()
