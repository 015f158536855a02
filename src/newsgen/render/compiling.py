"""Templates become Python without two detours that Jinja takes at each of the hundreds of places of a page.

It makes a `Markup` of every piece of text before it joins them, which `write_out` spares. And it looks whether what is
called asks for the context of the template, which nothing does that templates are given here.
"""

import re
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

# matches: Q&A
# matches: “it's”
# not: plain words
_SPECIAL = re.compile(r"[&<>\"']")


def write_out(value: Any) -> str:
    """The value as a page may hold it: escaped, unless it is mark-up already."""
    kind = type(value)
    is_plain = kind is Markup or (kind is str and not _SPECIAL.search(value))
    text: str = value if is_plain else escape(value)
    return text


class ShortGenerator(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  Jinja's name
        """The whole; it begins with what its pieces are written by."""
        self.writeline(f"from {write_out.__module__} import {write_out.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """What stands before a piece of text that is to be written; behind it comes a bracket."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(f"{write_out.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call."""
        is_plain = node.dyn_args is None and node.dyn_kwargs is None
        if forward_caller or not is_plain or any(iskeyword(argument.key) for argument in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")
