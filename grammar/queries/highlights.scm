; Colours for editors that have the grammar but not the server. Later patterns win where both apply.
(heading
  title: (title) @markup.heading)
(h1_marker) @markup.heading.1.marker
(h2_marker) @markup.heading.2.marker
(h3_marker) @markup.heading.3.marker
(h4_marker) @markup.heading.4.marker

(title_citation) @string
(document_number) @constant
(article_reference) @markup.link
(date) @number
(period) @number
(quantity) @number
(ordinal) @markup.list
(url) @markup.link.url
(strong) @punctuation.special

(comment_line) @comment
(attachment_line) @label
(page_break) @comment

"|" @punctuation.delimiter
(pipe_delimiter_row) @punctuation.delimiter
(html_tag) @tag

((pipe_cell) @number
  (#match? @number "^[*]*[-+]?[0-9][0-9,.]*[*]*$"))
((tsv_cell) @number
  (#match? @number "^[*]*[-+]?[0-9][0-9,.]*[*]*$"))
((flat_cell) @number
  (#match? @number "^[*]*[-+]?[0-9][0-9,.]*[*]*$"))
((aligned_cell) @number
  (#match? @number "^[*]*[-+]?[0-9][0-9,.]*[*]*$"))
((html_text) @number
  (#match? @number "^[-+]?[0-9][0-9,.]*$"))
