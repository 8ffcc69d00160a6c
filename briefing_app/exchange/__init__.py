"""Data that comes in and goes back: workbook, CSV, vCard and JSON to records and from them."""
