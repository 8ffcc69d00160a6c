"""All threads and processes of the window are here; everything else runs on the GUI thread.

The database has one thread with a connection of its own (`database_thread`). Heavy work has
helper processes, each with a thread that talks to it (`helper_thread`).
"""

from briefing_app.ui.workers.requests import Job, Lane, Receiver, Request, Work
from briefing_app.ui.workers.workers import Workers

__all__ = ["Job", "Lane", "Receiver", "Request", "Work", "Workers"]
