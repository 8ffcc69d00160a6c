"""What changed between two exports: their facts, slides, notes and files.

`sides` reads an export from the store or a folder, `facts`, `slides` and `texts` compare
plain values, `compare` puts it together as one of `differences`.
"""
