[
  (section)
  (pipe_table)
  (tsv_table)
  (flat_table)
  (aligned_table)
  (html_table)
] @fold
