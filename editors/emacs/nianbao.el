;;; nianbao.el --- 政府信息公开工作年度报告 with eglot  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.9"))

;;; Commentary:

;; Reports open in `nianbao-mode', where `M-x eglot' (or the hook below) starts `nianbao lsp'.

;;; Code:

(require 'eglot)

(defgroup nianbao nil
  "政府信息公开工作年度报告."
  :group 'text)

(defcustom nianbao-command '("nianbao" "lsp")
  "The language server and its arguments."
  :type '(repeat string))

(defconst nianbao-heading-regexp
  "^\\(?:#+[ \t]*\\|[一二三四五六七八九十]+、\\|（[一二三四五六七八九十]+）\\)"
  "The beginning of a part or of a section of a report.")

(defun nianbao-outline-level ()
  "How deep the heading at point is: 一、 is 1, （一） is 2."
  (if (looking-at "#*[ \t]*（") 2 1))

;;;###autoload
(define-derived-mode nianbao-mode text-mode "年报"
  "For 政府信息公开工作年度报告 in Markdown or plain text."
  (setq-local outline-regexp nianbao-heading-regexp)
  (setq-local outline-level #'nianbao-outline-level)
  (setq-local font-lock-defaults
              '((("^#+.*$" . font-lock-keyword-face)
                 ("^[一二三四五六七八九十]+、.*$" . font-lock-keyword-face)
                 ("^（[一二三四五六七八九十]+）[^。\n]*" . font-lock-function-name-face)
                 ("《[^《》\n]*》" . font-lock-string-face)))))

(put 'nianbao-mode 'eglot-language-id "nianbao")
(add-to-list 'eglot-server-programs (cons 'nianbao-mode (lambda (&rest _) nianbao-command)))

;;;###autoload
(add-to-list 'auto-mode-alist
             '("信息公开[^/]*年\\(?:度报告\\|报\\)[^/]*\\.\\(?:md\\|txt\\)\\'" . nianbao-mode))

(add-hook 'nianbao-mode-hook #'eglot-ensure)

(provide 'nianbao)
;;; nianbao.el ends here
