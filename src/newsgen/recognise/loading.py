"""From a name in `site.yaml` to a recogniser, or to a message that tells why there is none."""

import importlib
import inspect
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from newsgen.errors import ConfigError, Diagnostic, NewsgenError
from newsgen.recognise.protocol import Recogniser
from newsgen.records.options import Origin, ReadingOptions, RecogniserOptions

FOLDER_KEY = "site"
"""The parameter by which a class gets the site's folder; no setting may be called so."""

_FORM = "name a class that declares `fingerprint` and `__call__`, as `newsgen.recognise` describes"

_NAMED = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def fingerprint_recognisers(reading: ReadingOptions) -> ReadingOptions:
    """The options with the fingerprint of each recogniser; raises ConfigError with the faults of all of them."""
    asked = []
    faults: list[Diagnostic] = []
    for options in reading.recognisers:
        try:
            asked.append(replace(options, fingerprint=make_recogniser(options).fingerprint))
        except ConfigError as error:
            faults.extend(error.diagnostics)
    if faults:
        raise ConfigError(*faults)
    return replace(reading, recognisers=tuple(asked))


def forget_origins(reading: ReadingOptions) -> ReadingOptions:
    """The options without what a recogniser's findings do not depend on: for their digest."""
    return replace(reading, recognisers=tuple(replace(options, origin=Origin()) for options in reading.recognisers))


def make_recogniser(options: RecogniserOptions) -> Recogniser:
    """A new recogniser as asked for; raises ConfigError, with its place in `site.yaml`, if there can be none."""
    made = _call(_find_class(options), options)
    try:
        fingerprint = made.fingerprint
    except (Exception, SystemExit) as error:
        message = f"the recogniser `{options.title}` gives no fingerprint: {describe(error)}"
        raise _refuse(options, message, "mend it, or take it out of site.yaml") from None
    if not isinstance(fingerprint, str) or not fingerprint or not fingerprint.isprintable():
        message = f"the recogniser `{options.title}` gives no fingerprint"
        raise _refuse(options, message, "its `fingerprint` must be one line of text that tells its version and model")
    return made


def describe(error: BaseException) -> str:
    """An exception in one line: its kind and the first line of what it says."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:300]}" if lines else type(error).__name__


def _find_class(options: RecogniserOptions) -> type[Recogniser]:
    """The class of that name.

    Nothing is called before it is known to follow the Protocol, so that a name such as `os:system` does no harm.
    """
    module_name, _, name = options.name.partition(":")
    module = _import(module_name, options)
    found = getattr(module, name, None)
    if found is None:
        near = get_close_matches(name, [other for other in vars(module) if not other.startswith("_")], n=1)
        hint = f"did you mean `{module_name}:{near[0]}`?" if near else "check the name behind the colon"
        raise _refuse(options, f"the module `{module_name}` has no `{name}`", hint)
    if not isinstance(found, type):
        raise _refuse(options, f"`{options.name}` is no class", _FORM)
    if missing := list(_find_missing(found)):
        message = f"`{options.name}` is no recogniser: it has no {' and no '.join(missing)}"
        raise _refuse(options, message, _FORM)
    return cast("type[Recogniser]", found)


def _find_missing(kind: type) -> Iterable[str]:
    """What the Protocol asks for and the class does not declare."""
    if not any("fingerprint" in vars(base) or "fingerprint" in inspect.get_annotations(base) for base in kind.__mro__):
        yield "`fingerprint`"
    if not any("__call__" in vars(base) for base in kind.__mro__):
        yield "`__call__`"


def _import(name: str, options: RecogniserOptions) -> ModuleType:
    """The module of that name, from where Python finds modules: the site's folder is not added to that."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and f"{name}.".startswith(f"{error.name}."):
            message = f"there is no module `{error.name}`"
            hint = "install it beside newsgen, or name its folder in PYTHONPATH; the site's folder is not searched"
        else:
            message = f"the module `{name}` needs `{error.name}`, which is not installed"
            hint = "install it beside newsgen"
        raise _refuse(options, message, hint) from None
    except (Exception, SystemExit) as error:
        message = f"the module `{name}` cannot be imported: {describe(error)}"
        raise _refuse(options, message, "mend it, or take the recogniser out of site.yaml") from None


def _call(kind: type[Recogniser], options: RecogniserOptions) -> Recogniser:
    """What the class makes of the settings."""
    settings = msgspec.json.decode(options.settings)
    parameters = inspect.signature(kind).parameters
    _check_settings(settings, parameters.values(), options)
    if FOLDER_KEY in parameters:
        settings[FOLDER_KEY] = Path(options.origin.folder)
    try:
        return kind(**settings)
    except NewsgenError as error:
        raise ConfigError(*(_place(item, options) for item in error.diagnostics)) from None
    except (Exception, SystemExit) as error:
        message = f"the recogniser `{options.title}` cannot be made: {describe(error)}"
        raise _refuse(options, message, "check its settings in site.yaml") from None


def _check_settings(
    settings: dict[str, Any], parameters: Iterable[inspect.Parameter], options: RecogniserOptions
) -> None:
    """Raise ConfigError for settings that the class does not take, and for those that it must have and has not."""
    taken = {item.name: item for item in parameters if item.kind in _NAMED and item.name != FOLDER_KEY}
    takes_any = any(item.kind is inspect.Parameter.VAR_KEYWORD for item in parameters)
    faults = []
    for key in settings:
        if key == FOLDER_KEY or (key not in taken and not takes_any):
            near = get_close_matches(key, taken, n=1)
            known = f"it takes: {', '.join(taken)}" if taken else "it takes none"
            hint = f"did you mean `{near[0]}`?" if near else known
            faults.append(_fault(options, f"`{options.name}` has no setting `{key}`", hint, key=key))
    for key, item in taken.items():
        if item.default is inspect.Parameter.empty and key not in settings:
            faults.append(_fault(options, f"`{options.name}` needs the setting `{key}`", f"add `{key}: …`"))
    if faults:
        raise ConfigError(*faults)


def _refuse(options: RecogniserOptions, message: str, hint: str) -> ConfigError:
    """The error at the entry's place."""
    return ConfigError(_fault(options, message, hint))


def _fault(options: RecogniserOptions, message: str, hint: str, *, key: str = "") -> Diagnostic:
    """The message at the place of a setting, or of the entry."""
    origin = options.origin
    places = {name: (line, column) for name, line, column in origin.keys}
    line, column = places.get(key, (origin.line, origin.column))
    return Diagnostic("site.yaml", line, column, "error", "recogniser", message, hint)


def _place(item: Diagnostic, options: RecogniserOptions) -> Diagnostic:
    """A recogniser's own message, at the entry's place."""
    return replace(item, path="site.yaml", line=options.origin.line, column=options.origin.column)
