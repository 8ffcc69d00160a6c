"""From a briefing to the files of an export, in memory: a module a document.

Each lays its pages out as drafts; all drafts pass the export gate before any is written.
"""
