"""One page through its template: what the page shows goes in, the file's bytes come out.

Every value is escaped, always: no template and no record can hand over markup. Characters that neither HTML nor XML
may hold (control characters and the like) become U+FFFD, so that any clipping gives well-formed files. Signs that turn
the direction of what follows are left out, lest a clipping garble the page around it; only `kept` lets them stand.
"""

import re
from functools import lru_cache
from types import CodeType, TracebackType

import jinja2
import msgspec
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from newsgen.errors import BuildError, Diagnostic, TemplateError
from newsgen.language import Language, Words
from newsgen.language.turning import TURNING, leave_out_turning
from newsgen.records import Record
from newsgen.records.output import Page
from newsgen.records.site import TextFile
from newsgen.render.compiling import ShortGenerator
from newsgen.theme import Theme

# matches: a￾b (U+FFFE between the letters)
# not: Zoë — “naïve” 尼日尔 😀
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff\U0005fffe\U0005ffff"
    "\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff\U0009fffe\U0009ffff\U000afffe\U000affff"
    "\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff\U000efffe\U000effff\U000ffffe\U000fffff"
    "\U0010fffe\U0010ffff]"
)

_WRITTEN_OUT = {code: f"&#{code};" for code in TURNING}

_REMEMBERED = 4096
"""Results of macros, and texts, that a renderer keeps."""

_HINT = "mend the template, or delete the site's own copy to fall back on the one that comes with newsgen"


class _Environment(jinja2.Environment):
    """Jinja's, with the shorter code."""

    code_generator_class = ShortGenerator


class _Compiled(jinja2.BytecodeCache):
    """The Python of templates, by name and file in their newest form: themes that differ elsewhere share it."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._found.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._found[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()


class Renderer:
    """A theme made ready; its templates are compiled at their first use."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self._origins = {name: origin for name, _, origin in theme.templates}
        self._environment = _Environment(
            loader=_ThemeLoader(theme),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_COMPILED,
        )
        words = Words(language)
        self._environment.globals["once"] = lru_cache(maxsize=_REMEMBERED)(_once)
        self._environment.globals["t"] = _Teller(words)
        self._environment.globals["language"] = words.tag
        self._environment.globals["direction"] = words.conventions.direction
        self._environment.filters["number"] = words.number
        self._environment.filters["embedded"] = _embed
        self._environment.filters["kept"] = _keep

    def render(self, page: Page) -> bytes:
        """The bytes of the file; raises TemplateError, with the template's line, if its template fails."""
        shows = page.shows
        if isinstance(shows, TextFile):
            return shows.text.encode("utf-8", "replace")
        try:
            text = _fill(self._environment.get_template(page.template), shows)
        except BuildError:
            raise
        except jinja2.TemplateSyntaxError as error:
            raise self._fault(error.filename or error.name or "", error.lineno, str(error.message)) from None
        except jinja2.TemplateNotFound as error:
            place = self._origins.get(page.template, f"templates/{page.template}")
            raise self._fault(place, 0, f"there is no template “{error.name}”") from None
        except Exception as error:
            place, line = self._find_place(error.__traceback__, page.template)
            reason = f"{error}, while making {page.path} (from {page.made_from})"
            raise self._fault(place, line, reason) from error
        return _make_printable(text).encode("utf-8")

    def _find_place(self, trace: TracebackType | None, template: str) -> tuple[str, int]:
        """File and line of the innermost template of a traceback."""
        known = set(self._origins.values())
        place = (self._origins.get(template, template), 0)
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in known:
                place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        return place

    def _fault(self, path: str, line: int, message: str) -> TemplateError:
        """The error that a user sees."""
        return TemplateError(
            Diagnostic(path=path, line=line, column=0, severity="error", code="template", message=message, hint=_HINT)
        )


def _fill(template: jinja2.Template, shows: object) -> str:
    """What the template gives, as its own `render` does, but that nothing stays of it.

    The template's macros hold the context, which holds them. Nobody looks for such circles while a site is built, and
    in this one lies all that the page shows.
    """
    context = template.new_context({"page": shows})
    try:
        return "".join(template.root_render_func(context))
    except Exception:
        template.environment.handle_exception()
    finally:
        context.vars.clear()


def _once(macro: Macro, shown: object) -> str:
    """What the macro makes of a record: for templates that show the same record on many pages."""
    return macro(shown)


def _embed(record: Record) -> Markup:
    """A record as JSON that may stand in a `script` element: nothing in it ends the element or begins a comment."""
    text = msgspec.json.encode(record).decode()
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _keep(text: str) -> Markup:
    """A text as it came, with the signs that turn its direction: for places that show what was received."""
    return Markup(escape(text).translate(_WRITTEN_OUT))  # noqa: S704


class _Teller:
    """`t("search.results", count=3)` in a template: a text of the catalogue with values in its places.

    Values are escaped, unless a macro made them: so a text can have a link in it without knowing of mark-up.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._count = lru_cache(maxsize=_REMEMBERED)(self._say)

    def __call__(self, key: str, /, **values: object) -> Markup:
        count = values.get("count")
        if not values or (len(values) == 1 and isinstance(count, int)):
            return self._count(key, count)
        pieces = self._words.pick(key, count)
        return Markup("").join(self._write(values[piece]) if place % 2 else piece for place, piece in enumerate(pieces))

    def _say(self, key: str, count: int | None) -> Markup:
        """A text without values but a number: most are, and the same ones come again and again."""
        return escape(self._words.say(key) if count is None else self._words.say(key, count=count))

    def _write(self, value: object) -> Markup:
        return escape(self._words.number(value) if isinstance(value, int) else value)


class _ThemeLoader(jinja2.BaseLoader):
    """Gives Jinja the theme's sources under the names of their files, so that tracebacks name them."""

    def __init__(self, theme: Theme) -> None:
        self._sources = {name: (source, origin) for name, source, origin in theme.templates}

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:
        if template not in self._sources:
            raise jinja2.TemplateNotFound(template)
        source, origin = self._sources[template]
        return source, origin, None


def _make_printable(text: str) -> str:
    """The text with characters that no page may hold replaced."""
    # Nearly all pages pass this far cheaper test, which is stricter than it would have to be.
    if text.replace("\n", "").isprintable():
        return text
    return _UNPRINTABLE.sub("\ufffd", leave_out_turning(text))
