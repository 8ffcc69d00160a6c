"""The stakeholder map (干系人地图), drawn: who reports to whom, who weighs what, who is missing."""
