import gc

import jinja2
import pytest

from newsgen.errors import TemplateError
from newsgen.records.output import Page, Shown
from newsgen.records.site import Ref, TextFile
from newsgen.render import Renderer
from newsgen.theme import Theme
from pages_archive import ENGLISH


def render(shows, **templates: str) -> str:
    theme = Theme(
        templates=tuple((f"{name}.html", source, f"templates/{name}.html") for name, source in templates.items()),
        static=(),
        digest="",
    )
    page = Page(path="out.html", template="main.html", show=Shown(record=shows), made_from="articles/x.txt")
    return Renderer(theme, ENGLISH).render(page).decode()


def test_values_are_escaped_wherever_they_stand() -> None:
    shown = render(Ref(text="<b>&\"'"), main="{% macro m(x) %}{{ x }}{% endmacro %}{{ m(page.text) }}|{{ page.text }}")
    assert shown == "&lt;b&gt;&amp;&#34;&#39;|&lt;b&gt;&amp;&#34;&#39;"


def test_what_a_macro_made_of_a_record_is_kept_for_that_record_and_macro_only() -> None:
    macros = "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{% macro n(x) %}{{ x }}{% endmacro %}"
    source = "{{ once(m, page.text) }}{{ once(m, page.text) }}{{ once(n, page.text) }}{{ once(m, page.href) }}"
    assert render(Ref(text="&", href="#"), main=macros + source) == "<b>&amp;</b><b>&amp;</b>&amp;<b>#</b>"


def test_a_text_takes_values_and_escapes_all_but_what_macros_made() -> None:
    macros = "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}"
    source = "{{ t('site.labelled', label=b(page.text), text='<i>') }} {{ t('count.articles', count=1234) }}"
    assert render(Ref(text="&"), main=macros + source) == "<b>&amp;</b>: &lt;i&gt; 1,234 articles"


def test_a_template_is_compiled_once_and_again_when_it_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails if what was compiled is known by its file alone, or by renderer."""
    compiled: list[str] = []
    usual = jinja2.Environment._compile
    monkeypatch.setattr(
        jinja2.Environment, "_compile", lambda own, text, file: (compiled.append(file), usual(own, text, file))[1]
    )
    main = "{% include 'once.html' %}"
    assert render(Ref(text="&"), main=main + "1", once="{{ page.text }} ") == "&amp; 1"
    assert render(Ref(text="&"), main=main + "2", once="{{ page.text }} ") == "&amp; 2"
    assert render(Ref(text="&"), main=main + "2", once="no") == "no2"
    assert compiled == ["templates/main.html", "templates/once.html", "templates/main.html", "templates/once.html"]


def test_nothing_of_a_page_stays_once_it_is_rendered() -> None:
    """Fails if macros keep the context that they stand in: a build looks for no such circles."""
    macros = (
        "{% macro m(x) %}{{ x }}{{ caller() }}{% endmacro %}{% macro n(x) %}{% call m(x) %}!{% endcall %}{% endmacro %}"
    )
    theme = Theme(templates=(("main.html", macros + "{{ n(page.text) }}", "main.html"),), static=(), digest="")
    renderer, shown = Renderer(theme, ENGLISH), Shown(record=Ref(text="a", href="#"))
    page = Page(path="out.html", template="main.html", show=shown, made_from="articles/x.txt")
    renderer.render(page)  # what compiling leaves is another matter
    gc.collect()
    gc.disable()
    try:
        assert renderer.render(page) == b"a!"
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_characters_that_no_page_may_hold_are_replaced() -> None:
    assert render(Ref(text="a\x00b\x1bc\x85d\ufffee\U0010fffff\r"), main="{{ page.text }}") == "a�b�c�d�e�f�"
    assert render(Ref(text="tab\t line\n é 😀 \u200f"), main="{{ page.text }}") == "tab\t line\n é 😀 \u200f"


def test_signs_that_turn_the_direction_stand_only_where_they_are_kept() -> None:
    shown = render(Ref(text="a\u202eb\u2069<\u200f"), main="{{ page.text }}|{{ page.text|kept }}")
    assert shown == "ab&lt;\u200f|a&#8238;b&#8297;&lt;\u200f"


def test_a_plain_file_is_what_it_is() -> None:
    assert render(TextFile(text="<&>\r\n")) == "<&>\r\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("line\n{% if %}", r"^templates/main.html:2: error\[template\]: Expected an expression"),
        (
            "line\n\n{{ page.nothing }}",
            r"^templates/main.html:3: error\[template\]: .*nothing.*out.html.*articles/x.txt",
        ),
        ("{{ nobody }}", r"^templates/main.html:1: .*'nobody' is undefined"),
        ("a\n{{ t('site.nothing') }}", r"^templates/main.html:2: .*no catalogue has the text “site.nothing”"),
        ("a\n{{ 1 // 0 }}", r"^templates/main.html:2: .*division"),
        ("{% extends 'gone.html' %}", r"^templates/main.html: .*there is no template “gone.html”"),
        ("{% include 'other.html' %}", r"^templates/other.html:2: .*'x' is undefined"),
    ],
)
def test_a_wrong_template_is_named_with_its_line_and_what_to_do(source: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message) as caught:
        render(Ref(text=""), main=source, other="\n{{ x }}")
    assert caught.value.diagnostics[0].hint


def test_a_page_without_its_template_is_a_wrong_theme() -> None:
    with pytest.raises(TemplateError, match=r"there is no template “main\.html”"):
        render(Ref(text=""))
