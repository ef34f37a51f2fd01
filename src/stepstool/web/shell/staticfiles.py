"""Files that all may see, named by their content and compressed once."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

Sources: TypeAlias = dict[str, tuple[Storage, str]]
IMPORT = re.compile(r'@import "([a-z-]+\.css)";')


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
