;;; rapporteur.el --- Help with drafting resolutions  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.1.0
;; Package-Requires: ((emacs "29.1"))
;; Keywords: text, languages

;;; Commentary:

;; A major mode for draft resolutions, and Eglot told of their language server.
;;
;; The server is the program `rapporteur', which must be on the PATH:
;; `cargo install --path . --locked' in Rapporteur's repository puts it there.
;; Then, in your init file:
;;
;;     (add-to-list 'load-path "/where/you/cloned/rapporteur/editors/emacs")
;;     (require 'rapporteur)

;;; Code:

(require 'eglot)

(defgroup rapporteur nil
  "Help with drafting resolutions."
  :group 'text)

(defcustom rapporteur-program "rapporteur"
  "The server's program, by its name on the PATH or by its full path."
  :type 'string)

(defcustom rapporteur-select nil
  "The names of the rules to check, such as \"operative-numbering\".
When there are none, all rules are checked."
  :type '(repeat string))

(defcustom rapporteur-ignore nil
  "The names of the rules not to check.
A rule's name stands beside its finding."
  :type '(repeat string))

(defcustom rapporteur-messages "auto"
  "The language that the server speaks to you in.
With \"auto\" it is the draft's own: Emacs tells no other."
  :type '(choice (const :tag "The draft's language" "auto")
                 (const :tag "العربية" "ar")
                 (const :tag "English" "en")
                 (const :tag "Español" "es")
                 (const :tag "Français" "fr")
                 (const :tag "Русский" "ru")
                 (const :tag "中文" "zh")))

(defvar-local rapporteur-status nil
  "What the server said last of how it read this draft, as a property list.
It has `:languages', `:layout' and `:findings', and of a draft with language
versions `:versions'.")

(defun rapporteur--versions (versions)
  "How many language VERSIONS there are, and in how much they differ."
  (let ((come (plist-get versions :toCome)))
    (concat
     (format ", %d versions, " (plist-get versions :count))
     (pcase (plist-get versions :differences)
       (0 "no differences") (1 "1 difference") (count (format "%d differences" count)))
     (pcase come (0 "") (1 ", 1 paragraph to come") (_ (format ", %d paragraphs to come" come))))))

(defun rapporteur--mode-line ()
  "What was found in the draft, its language, and what was read of it."
  (when (and rapporteur-status (eglot-managed-p))
    (let ((found (plist-get rapporteur-status :findings))
          (read (plist-get rapporteur-status :read))
          (versions (plist-get rapporteur-status :versions)))
      (format " %s, %s, %d preambular, %d operative%s"
              (pcase found (0 "no findings") (1 "1 finding") (_ (format "%d findings" found)))
              (mapconcat (lambda (language) (plist-get language :name))
                         (plist-get rapporteur-status :languages) ", ")
              (plist-get read :preambular)
              (plist-get read :operative)
              (if versions (rapporteur--versions versions) "")))))

;;;###autoload
(define-derived-mode rapporteur-mode text-mode "Resolution"
  "Major mode for draft resolutions."
  ;; A paragraph is one long line: it is shown whole, broken between words.
  (visual-line-mode)
  (setq-local mode-line-process '(:eval (rapporteur--mode-line)))
  (if (executable-find rapporteur-program)
      (eglot-ensure)
    (display-warning
     'rapporteur
     (format "There is no program `%s'.  Install it, or set `rapporteur-program' to its full path." rapporteur-program))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.resolution\\(?:\\.txt\\)?\\'" . rapporteur-mode))

(defclass rapporteur-server (eglot-lsp-server) ()
  :documentation "The conversation with Rapporteur's server.")

(defun rapporteur--settings ()
  "The settings, as the server reads them."
  (list :select (vconcat rapporteur-select)
        :ignore (vconcat rapporteur-ignore)
        :messages rapporteur-messages))

(cl-defmethod eglot-initialization-options ((_server rapporteur-server))
  "The settings that the server starts with."
  (rapporteur--settings))

(cl-defmethod eglot-handle-request
  ((_server rapporteur-server) (_method (eql workspace/configuration)) &key items)
  "The settings, when the server asks after `eglot-signal-didChangeConfiguration'."
  (vconcat (mapcar (lambda (_) (rapporteur--settings)) items)))

(defun rapporteur--path (uri)
  "The file that URI is."
  ;; Its name changed with Emacs 30.
  (if (fboundp 'eglot-uri-to-path) (eglot-uri-to-path uri) (with-no-warnings (eglot--uri-to-path uri))))

(cl-defmethod eglot-client-capabilities ((_server rapporteur-server))
  "Asks the server to tell how it read a draft."
  (let ((capabilities (cl-call-next-method)))
    (plist-put capabilities :experimental '(:rapporteurStatus t))))

(cl-defmethod eglot-handle-notification
  ((_server rapporteur-server) (_method (eql rapporteur/status)) &rest status &key uri &allow-other-keys)
  "Keeps what the server tells of a draft, for the mode line."
  (let ((buffer (find-buffer-visiting (rapporteur--path uri))))
    (when buffer
      (with-current-buffer buffer
        (setq rapporteur-status status)
        (force-mode-line-update)))))

(add-to-list 'eglot-server-programs
             `(rapporteur-mode . ,(lambda (&rest _) (list 'rapporteur-server rapporteur-program))))

(provide 'rapporteur)
;;; rapporteur.el ends here
