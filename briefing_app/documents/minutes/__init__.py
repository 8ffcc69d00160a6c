"""The minutes (会议纪要): a client edition and a team edition, each as a Word file and a PDF.

An edition is written once, as `content.Minutes`; `docx_writer` and `pages` print the same words.
"""
