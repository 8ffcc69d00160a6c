"""The stakeholder map: four views of one project in step, changed by dragging or by keys."""
