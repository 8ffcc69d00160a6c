"""The facts of the practice as frozen records; nothing here reads, writes or decides."""
