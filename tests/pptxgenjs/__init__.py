"""The same deck by PptxGenJS, for the benchmark."""
