;;; rapporteur.el --- Help with drafting resolutions  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.2.0
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
  "The setting `select': the names of the rules and groups to check alone.
See `rapporteur-settings'."
  :type '(repeat string))

(defcustom rapporteur-ignore nil
  "The setting `ignore': the names of the rules and groups not to check.
See `rapporteur-settings'."
  :type '(repeat string))

(defcustom rapporteur-messages "auto"
  "The setting `messages': the language that you are spoken to in.
With \"auto\" it is the draft's own: Emacs tells no other."
  :type '(choice (const :tag "The draft's language" "auto")
                 (const :tag "العربية" "ar")
                 (const :tag "English" "en")
                 (const :tag "Español" "es")
                 (const :tag "Français" "fr")
                 (const :tag "Русский" "ru")
                 (const :tag "中文" "zh")))

;; The list in this text is made by tests/program/settings.rs.
(defcustom rapporteur-settings nil
  "All other settings, as a property list: `(:hints t :accept [\"Lampland\"])'.
A list of names is a vector, false is `:json-false', and a setting with a
full stop in its name a list in the list: `(:typing (:renumber t))'.
These are the settings:

preset: rules that are sensible for one kind of drafts: association or
model-un. Whatever else is said of a rule or its group goes before it.

select: the names of the rules and groups to check, such as
operative-numbering, and no others. When there are none, the rules of the
groups standard, versions and update are checked.

ignore: the names of the rules and groups not to check. A rule's name stands
beside its finding.

rules: rules and groups by name, each on, off, or at a severity: error,
warning, information or hint. A severity turns a rule on, too. What is said of
a rule weighs more than what is said of its group.

files: sections for the files that their paths name, each with settings of its
own: preset, select, ignore, rules, language, layout, adopted. Paths begin in
the folder of rapporteur.toml, in an editor's settings in the folder that is
open. * stays in one folder, and ** goes through all below. Of several
sections the last one wins.

language: the language that drafts are in: ar, en, es, fr, ru or zh. Without
it, Rapporteur sees for itself.

layout: how drafts are laid out: clean, a paragraph a line or a block, or
page, as out of a PDF. Without it, Rapporteur sees for itself.

adopted: takes all texts for adopted ones, in which findings are less grave. A
text that says when it was adopted is always taken for one.

accept: names, symbols and other words that are right as they are: findings
about just these words are not shown. What rapporteur.toml and the editor's
settings accept adds up.

library.paths: folders with resolutions that are known when they are cited,
beside the folder that is open. A path that isn't absolute begins in the
folder that is open, and ~ is your own. What lies outside of the folder that
is open counts in your own settings only, not in a rapporteur.toml that lies
there. Nothing outside of these is read.

library.file: the full path of the stored library, instead of the one in your
data folder. rapporteur library path tells where that is.

messages: the language that you are spoken to in: ar, en, es, fr, ru, zh, or
auto. With auto it is your editor's own language where that is one of the six,
else the draft's. What is written into a draft, and what is quoted of
instruments, stays in the draft's language.

cache: keeps read-only pages about rules and cited instruments in your folder
for caches, for links and jumps to lead to, and an index of the texts at hand,
by which it is found where words have stood before. rapporteur cache clear
removes them. Once it was turned off, it counts again from the next start on.

hints: shows the beginning of its title behind a resolution that is cited by
its number alone. What is shown is no part of the text.

typing.labels: writes the next paragraph's label when you press Enter at the
end of one that is numbered. Enter behind a label that is still empty takes it
away.

typing.renumber: numbers the paragraphs below anew when Enter begins one
between others. References to them in the text follow.

They are told to a running server by `eglot-signal-didChangeConfiguration'."
  :type 'plist)

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

;; Colours.  They guess from the shape of a line: a preambular paragraph ends with a comma, an operative one begins with
;; its label.

(defconst rapporteur--opening-words
  (concat
   "\\(?:" (regexp-opt '("Also" "Further" "Once again" "Again" "Having" "Deeply" "Gravely" "Seriously" "Strongly" "Firmly"
                        "Fully" "Solemnly" "Warmly" "Ayant" "Se" "Profondément" "Vivement" "Gravement" "Habiendo" "Hace"
                        "Profundamente" "Gravemente" "будучи" "вновь" "настоятельно" "решительно" "особо" "с глубоким"))
   " \\)?[[:alpha:]]+"
   "\\(?: " (regexp-opt '("also" "further" "again" "note" "into account" "into consideration" "in mind" "for" "upon"
                         "attention" "forward" "également" "en outre" "acte" "instamment" "también" "además" "en cuenta"
                         "presente" "presentes" "nota" "de relieve" "также" "далее" "к сведению" "во внимание" "علما"
                         "من جديد" "أيضا" "كذلك"))
   "\\_>\\)*")
  "The words that a paragraph opens with, as far as a line tells them.")

(defconst rapporteur--chinese-opening-words
  (concat
   "\\(?:" (regexp-opt '("又" "还" "再次" "在这方面" "同时" "此外" "进一步" "深为" "严重" "强烈" "赞赏地" "满意地" "关切地" "表示"))
   "\\)*"
   (regexp-opt '("强调指出" "着重指出" "特别指出" "注意到" "认识到" "意识到" "考虑到" "审议了" "审查了" "感到震惊" "赞赏" "感谢" "满意"
                 "关切" "回顾" "重申" "欢迎" "确认" "强调" "铭记" "承认" "深信" "申明" "念及" "肯定" "遵循" "鼓励" "欣见" "谴责" "赞扬"
                 "认为" "决心" "知悉" "敦促" "痛惜" "期待" "促请" "承诺" "希望" "呼吁" "决定" "邀请" "认可" "建议" "要求" "核准" "支持"
                 "授权" "核可" "吁请" "宣布" "同意" "赞同" "提请" "提醒" "祝贺" "通过" "关注" "请")))
  "The same of a Chinese paragraph.")

(defconst rapporteur--label
  (concat "\\(?:\\(?:PP\\|OP\\)? ?[0-9]\\{1,3\\}\\(?: \\(?:bis\\|ter\\|quater\\)\\)?\\(?: ?[.．]\\(?:[-–—]\\)?\\| [-–—]\\)"
          "\\|[(（]\\(?:[a-z]\\{1,4\\}\\|[一二三四五六七八九十]\\{1,3\\}\\|[ء-ي]\\{1,2\\}\\)[)）]"
          "\\|[a-zа-я]\\{1,4\\})\\|[㈠-㈩]\\|[’‘'][0-9]\\{1,2\\}[’‘']\\)")
  "The number or letter of a paragraph.")

(defconst rapporteur-font-lock-keywords
  (let ((words (concat "\\(?:و?إذ \\)?\\(?:" rapporteur--opening-words "\\)")))
    `((,(concat "^[ \t]*"
                (regexp-opt '("The General Assembly" "The Security Council" "The Economic and Social Council"
                              "The Human Rights Council" "L’Assemblée générale" "L'Assemblée générale"
                              "Le Conseil de sécurité" "Le Conseil économique et social"
                              "Le Conseil des droits de l’homme" "La Asamblea General" "El Consejo de Seguridad"
                              "El Consejo Económico y Social" "El Consejo de Derechos Humanos" "Генеральная Ассамблея"
                              "Совет Безопасности" "Экономический и Социальный Совет" "Совет по правам человека"
                              "إن الجمعية العامة" "إن مجلس الأمن" "إن المجلس الاقتصادي والاجتماعي"
                              "إن مجلس حقوق الإنسان" "大会" "安全理事会" "经济及社会理事会" "人权理事会"))
                "[,،，][ \t]*$")
       0 'font-lock-function-name-face)
      (,(concat "^[ \t]*\\(" rapporteur--label "\\)[ \t]*\\(" rapporteur--chinese-opening-words "\\|" words "\\)?")
       (1 'font-lock-constant-face) (2 'font-lock-keyword-face nil t))
      (,(concat "^[ \t]*\\(" rapporteur--chinese-opening-words "\\)") 1 'font-lock-keyword-face)
      (,(concat "^[ \t]*\\(" words "\\) .*[,،]\\(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+\\|\\[\\^?[0-9]+\\]\\)?[ \t]*$") 1 'font-lock-keyword-face)
      ("[⁰¹²³⁴⁵⁶⁷⁸⁹]+\\|\\[\\^[^] \n]+\\]:?\\|\\[[0-9]\\{1,3\\}\\]" 0 'font-lock-builtin-face t)
      ("\\_<\\(?:[AEST]\\|ST\\|[A-Z]\\{2,8\\}\\)/\\(?:[A-Za-z0-9.-]+/\\)*[A-Za-z0-9.-]*[0-9][A-Za-z0-9]*\\(?:/[A-Za-z0-9.-]+\\)*"
       0 'font-lock-type-face)
      ("\\_<\\(?:E?S-\\)?[0-9]\\{1,4\\}/[0-9]\\{1,4\\}\\_>\\|\\_<[0-9]\\{1,4\\} ?[(（]\\(?:19\\|20\\)[0-9][0-9][)）]"
       0 'font-lock-type-face)))
  "Labels, opening words, symbols and the marks of notes.")

(defvar rapporteur-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "M-<up>") #'rapporteur-move-paragraph-up)
    (define-key map (kbd "M-<down>") #'rapporteur-move-paragraph-down)
    (define-key map (kbd "C-c C-f") #'rapporteur-insert-footnote)
    (define-key map (kbd "C-c C-n") #'rapporteur-renumber)
    map)
  "The keys of a draft.")

;;;###autoload
(define-derived-mode rapporteur-mode text-mode "Resolution"
  "Major mode for draft resolutions.

\\{rapporteur-mode-map}"
  ;; A paragraph is one long line: it is shown whole, broken between words.
  (visual-line-mode)
  (setq-local font-lock-defaults '(rapporteur-font-lock-keywords t))
  ;; Before and after Eglot asks what Enter writes.
  (add-hook 'post-self-insert-hook #'rapporteur--remember-behind -90 t)
  (add-hook 'post-self-insert-hook #'rapporteur--go-behind 90 t)
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
  (append (list :select (vconcat rapporteur-select)
                :ignore (vconcat rapporteur-ignore)
                :messages rapporteur-messages)
          rapporteur-settings))

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

;; Enter.  Eglot leaves the cursor before what the server writes there; it is wanted behind the new label.

(defvar-local rapporteur--behind nil
  "A place that moves behind what is written at it.")

(defun rapporteur--remember-behind ()
  "Remembers where a line was begun."
  (setq rapporteur--behind (and (eq last-command-event ?\n) (copy-marker (point) t))))

(defun rapporteur--go-behind ()
  "Goes behind what was written where a line was begun."
  (when rapporteur--behind
    (goto-char rapporteur--behind)
    (set-marker rapporteur--behind nil)
    (setq rapporteur--behind nil)))

;; Commands.  The server makes the changes; it wants to know in which draft, and where the cursor is.

(defun rapporteur--run (command &rest arguments)
  "Has the server run COMMAND on this draft, with more ARGUMENTS."
  (jsonrpc-request (or (eglot-current-server) (user-error "Rapporteur doesn't read this buffer"))
                   :workspace/executeCommand
                   (list :command (concat "rapporteur." command)
                         :arguments (vconcat (list (plist-get (eglot--TextDocumentIdentifier) :uri)) arguments))))

(defun rapporteur--cursor ()
  "The cursor's place, as the server counts."
  (eglot--signal-textDocument/didChange)
  (plist-get (eglot--TextDocumentPositionParams) :position))

(defun rapporteur-renumber ()
  "Number paragraphs, subparagraphs and notes anew, with what refers to them."
  (interactive nil rapporteur-mode)
  (eglot--signal-textDocument/didChange)
  (rapporteur--run "renumberAll"))

(defun rapporteur-move-paragraph-up ()
  "Have the paragraph at the cursor change places with the one above it."
  (interactive nil rapporteur-mode)
  (rapporteur--run "moveParagraphUp" (rapporteur--cursor)))

(defun rapporteur-move-paragraph-down ()
  "Have the paragraph at the cursor change places with the one below it."
  (interactive nil rapporteur-mode)
  (rapporteur--run "moveParagraphDown" (rapporteur--cursor)))

(defun rapporteur-insert-footnote ()
  "Put a footnote's mark at the cursor, begin the note, and go there.
\\[pop-to-mark-command] comes back."
  (interactive nil rapporteur-mode)
  (push-mark nil t)
  (rapporteur--run "insertFootnote" (rapporteur--cursor)))

(defun rapporteur-unwrap ()
  "Make a clean draft of page text, such as the text of a PDF."
  (interactive nil rapporteur-mode)
  (eglot--signal-textDocument/didChange)
  (rapporteur--run "unwrap"))

(defun rapporteur-show-changes ()
  "Show what changed since last year's text, or the draft before the revision."
  (interactive nil rapporteur-mode)
  (eglot--signal-textDocument/didChange)
  (rapporteur--run "showChanges"))

;; Eglot renamed these with Emacs 30.
(defalias 'rapporteur--uri (if (fboundp 'eglot-path-to-uri) 'eglot-path-to-uri 'eglot--path-to-uri))
(defalias 'rapporteur--file (if (fboundp 'eglot-uri-to-path) 'eglot-uri-to-path 'eglot--uri-to-path))

(defun rapporteur-compare-with (&optional file)
  "Show the draft beside the text that it was made of.
With a prefix argument, ask for the FILE of another text."
  (interactive (list (and current-prefix-arg (read-file-name "Compare with: " nil nil t))) rapporteur-mode)
  (eglot--signal-textDocument/didChange)
  (let* ((other (and file (list (rapporteur--uri (expand-file-name file)))))
         (pages (apply #'rapporteur--run "compareWith" other)))
    (ediff-files (rapporteur--file (plist-get pages :old)) (rapporteur--file (plist-get pages :new)))))

(defun rapporteur-show-agreed-language ()
  "Show where the words of the region or the paragraph have stood before."
  (interactive nil rapporteur-mode)
  (eglot--signal-textDocument/didChange)
  (let* ((place (rapporteur--cursor))
         (range (if (use-region-p)
                    (list :start (eglot--pos-to-lsp-position (region-beginning))
                          :end (eglot--pos-to-lsp-position (region-end)))
                  (list :start place :end place))))
    (rapporteur--run "showAgreedLanguage" range)))

(add-to-list 'eglot-server-programs
             `(rapporteur-mode . ,(lambda (&rest _) (list 'rapporteur-server rapporteur-program))))

(provide 'rapporteur)
;;; rapporteur.el ends here
