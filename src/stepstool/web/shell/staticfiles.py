"""Files that all may see, named by their content and compressed once."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Also renames what ES modules import, so that all of it may be cached for ever."""

    support_js_module_import_aggregation = True
