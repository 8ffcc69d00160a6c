"""How each block of a slide is composed: a module for each family of compositions.

A composition gets a block, the area it may fill and a type scale. It gives placed elements,
or ``None`` when the block does not fit at that scale.
"""
