"""newsgen: a folder of news clippings in, a linked news archive out."""

__version__ = "0.2.0.dev0"
