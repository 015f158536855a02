"""The shorter code of templates: it gives what Jinja's own gives."""

import jinja2
import pytest
from markupsafe import Markup

from newsgen.render.compiling import ShortGenerator, write_out


class Short(jinja2.Environment):
    code_generator_class = ShortGenerator


SHOWN = {
    "text": "<b> & 'Q'",
    "plain": "Ada",
    "number": 3,
    "none": None,
    "markup": Markup("<i>i</i>"),
    "rows": [("a", "<"), ("b", ">")],
    "tree": ["x&", ["y", ["z"]]],
}


@pytest.mark.parametrize(
    "source",
    [
        "{{ text }}|{{ plain }}|{{ number }}|{{ none }}|{{ markup }}|{{ text|safe }}|{{ text|upper }}",
        "{{ 'a<' }}{{ 1 + number }}{{ text ~ markup }}{{ markup ~ text }}",
        "{% macro one(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ one(text) }}{{ one(b=text, a=markup) }}",
        "{% macro one() %}{{ kwargs.b }}{{ varargs[0] }}{% endmacro %}{{ one(text, **{'b': 1}) }}{{ one(*rows[0]) }}",
        "{% macro box(a) %}[{{ caller(a) }}]{% endmacro %}{% call(x) box(text) %}{{ x }}{{ text }}{% endcall %}",
        "{% for a in tree recursive %}{% if a is string %}{{ a }}{% else %}({{ loop(a) }}){% endif %}{% endfor %}",
        "{% for a, b in rows %}{{ loop.index }}{{ loop.cycle('<', '>') }}{{ a }}{{ b }}{% endfor %}",
        "{% set kept %}{{ text }}{% endset %}{{ kept }}",
        "{% autoescape false %}{{ text }}{% macro raw(a) %}{{ a }}{% endmacro %}{{ raw(text) }}{% endautoescape %}",
        "{% autoescape number > 2 %}{{ text }}{% endautoescape %}",
        "{% filter upper %}{{ text }}{% endfilter %}{{ range(3)|list }}{{ dict(a=text) }}",
        "{% block one %}{{ text }}{% endblock %}{{ self.one() }}",
    ],
)
def test_it_gives_what_jinjas_own_gives(source: str) -> None:
    short, usual = Short(autoescape=True), jinja2.Environment(autoescape=True)
    assert short.from_string(source).render(SHOWN) == usual.from_string(source).render(SHOWN)


def test_a_template_that_extends_another_gives_the_same() -> None:
    loader = jinja2.DictLoader(
        {
            "base": "{% macro p(a) %}<p>{{ a }}</p>{% endmacro %}{% block one %}{{ p(text) }}{% endblock %}",
            "own": "{% extends 'base' %}{% import 'base' as b %}{% block one %}{{ super() }}{{ b.p(1) }}{% endblock %}",
        }
    )
    short, usual = Short(autoescape=True, loader=loader), jinja2.Environment(autoescape=True, loader=loader)
    assert short.get_template("own").render(SHOWN) == usual.get_template("own").render(SHOWN)


def test_what_is_missing_is_an_error_of_the_template() -> None:
    short = Short(autoescape=True, undefined=jinja2.StrictUndefined)
    for source in ("{{ missing }}", "{{ missing() }}", "{{ plain.missing() }}"):
        with pytest.raises(jinja2.UndefinedError):
            short.from_string(source).render(SHOWN)


def test_only_text_that_needs_it_is_escaped() -> None:
    assert [write_out(value) for value in ("a & b", "Ada", 3, Markup("<i>"))] == ["a &amp; b", "Ada", "3", "<i>"]
