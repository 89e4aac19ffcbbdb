"""Writers: rich text to HTML, plain text, Markdown, LaTeX, RTF."""
