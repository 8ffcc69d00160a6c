"""Documents for a printer: with bleed and crop marks, or as a booklet to fold and staple.

The files are for presses, not for readers: their fonts are embedded and their boxes set, but
they have no tags and no links.
"""
