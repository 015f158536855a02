"""The names that newsgen takes for itself in an output folder."""

MANIFEST = ".newsgen.json"
"""The list of the files that are newsgen's."""

STAGING = ".newsgen-staging"
"""The folder of a build at work."""
