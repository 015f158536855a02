"""One page through its template: what the page shows goes in, the file's bytes come out."""

from newsgen.render.renderer import Renderer

__all__ = ["Renderer"]
