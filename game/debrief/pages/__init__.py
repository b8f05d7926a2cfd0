"""A debrief as files: a page for the browser, Markdown, plain data, rows."""
