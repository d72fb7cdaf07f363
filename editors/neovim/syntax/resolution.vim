" Colours for draft resolutions, line by line and in six languages. They guess from the shape of a line:
" a preambular paragraph ends with a comma, an operative one begins with its label.
if exists('b:current_syntax')
  finish
endif

syntax spell toplevel
syntax sync minlines=5

" Words that go with an opening word: before it and after it.
let s:before = '%(Also|Further|Once again|Again|Having|Deeply|Gravely|Seriously|Strongly|Firmly|Fully|Solemnly|Warmly|Ayant|Se|Profond\k+|Vivement|Gravement|Habiendo|Hace|Profundamente|Gravemente|будучи|вновь|настоятельно|решительно|особо|с %(глубоким |большим |серьезным )=\k+) '
let s:after = '%( %(also|further|again|note|into account|into consideration|in mind|for|upon|attention|forward|également|en outre|acte|instamment|también|además|en cuenta|presentes?|nota|de relieve|также|далее|к сведению|во внимание|علما|من جديد|أيضا|كذلك))*'
let s:tail = '%( %(its )=%(with )=%(\k+ )=%(alarm|appreciation|concern|gratitude|interest|regret|satisfaction)>)='
let s:words = '%(' . s:before . ')=\k+' . s:after . s:tail
let s:chinese = '%(又|还|再次|在这方面|同时|此外|进一步|深为|严重|强烈|赞赏地|满意地|关切地|表示)*%(强调指出|着重指出|特别指出|注意到|认识到|意识到|考虑到|审议了|审查了|感到震惊|赞赏|感谢|满意|关切|回顾|重申|欢迎|确认|强调|铭记|承认|深信|申明|念及|肯定|遵循|鼓励|欣见|谴责|赞扬|认为|决心|知悉|敦促|痛惜|期待|促请|承诺|希望|呼吁|决定|邀请|认可|建议|要求|核准|支持|授权|核可|吁请|宣布|同意|赞同|提请|提醒|祝贺|通过|关注|请)'

execute 'syntax match resolutionOpening /\v^\s*\zs%(و=إذ )=' . s:words . '\ze .*[,،]\s*%([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^=\d+\])=\s*$/'
execute 'syntax match resolutionOpening /\v^\s*\zs' . s:chinese . '/'
execute 'syntax match resolutionOperative /\v' . s:words . '/ contained'
execute 'syntax match resolutionOperative /\v' . s:chinese . '/ contained'

let s:latin = '%(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)'
execute 'syntax match resolutionLabel /\v^\s*\zs%(PP|OP)\s?\d{1,3}%( ?' . s:latin . ')?%( alt>)?[.:]?\ze%( |$)/ nextgroup=resolutionOperative skipwhite'
execute 'syntax match resolutionLabel /\v^\s*\zs\d{1,3}%( ?' . s:latin . ')?%( alt>)?\s?\.\ze%(\D|$)/ nextgroup=resolutionOperative skipwhite'
syntax match resolutionLabel /\v^\s*\zs\d{1,3}\s?[-–—]\ze\s/ nextgroup=resolutionOperative skipwhite
syntax match resolutionLabel /\v^\s*\zs%([(（]%([a-z]{1,4}|[一二三四五六七八九十]{1,3}|[ء-ي]{1,2})[)）]|[a-zа-я]{1,4}\)|[㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩]|[’‘']\d{1,2}[’‘'])/

" Symbols and the numbers of resolutions
syntax match resolutionSymbol /\v<%([AEST]|ST|[A-Z]{2,8})\/%([A-Za-z0-9.-]*\/)*[A-Za-z0-9.-]*\d[A-Za-z0-9]*%(\/%([A-Za-z0-9-]|\.\w)+)*%( ?\(%(\d{4}|[IVXLC]+)\))?/ contains=@NoSpell
syntax match resolutionSymbol /\v<%(E?S-)?\d{1,4}\/\d{1,4}>%( [A-Z]>)?/ contains=@NoSpell
syntax match resolutionSymbol /\v<\d{1,4}%( [A-Z])? ?[(（]%(%(19|20)\d\d|[IVXLC]+)[)）]/ contains=@NoSpell
syntax match resolutionPageNumber /\v^\s*\d{1,3}\/\d{1,3}\s*$/

" Footnote markers
syntax match resolutionMarker /\v[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^[^\] ]+\]:?|\[\d{1,3}\]/ contains=@NoSpell
syntax match resolutionMarker /\v[ء-ي»”]\zs\(\d{1,3}\)/

" Lines of their own
syntax match resolutionTitle /\v^\s*%(\u{1,3}\/RES\/)?%(E?S-)?\d{1,4}\/\d{1,4}%( [A-Z]%([ -]+[A-Z])*)?\. .+$/
syntax match resolutionTitle /\v^\s*\d{1,4}\/\d{1,4} +[ء-ي].*$/
syntax match resolutionTitle /\v^#{1,6} .*$/
" A draft's title has no number: it is the line after the sponsors' line.
syntax match resolutionSponsors /\v^.*:\*? *%(draft %(resolution|decision)|projet de %(résolution|décision)|proyecto de %(resolución|decisión)|проект %(резолюции|решения)|مشروع %(قرار|مقرر))\*?\s*$/ nextgroup=resolutionDraftTitle skipnl skipempty
syntax match resolutionSponsors /\v^%(.*[：:]\*? *%(决议草案|决定草案)\*?|Draft %(resolution|decision) submitted by .*)\s*$/ nextgroup=resolutionDraftTitle skipnl skipempty
syntax match resolutionDraftTitle /\v^\s*\S.*$/ contained
syntax match resolutionHeading /\v^\s*%(%(Annexe?|ANNEXE?|Anexo|ANEXO|Приложение|ПРИЛОЖЕНИЕ)%( %([IVXLC]+|\d{1,2}))?|المرفق%( ال\S+)?|附件[一二三四五六七八九十]{0,3}|[IVXLC]{1,6}|\u|[一二三四五六七八九十]{1,3})\.?\s*$/
syntax match resolutionOrgan /\v^\s*%(The %(General Assembly|Security Council|Economic and Social Council|Human Rights Council)|L[’']Assemblée générale|Le Conseil %(de sécurité|économique et social|des droits de l[’']homme)|La Asamblea General|El Consejo %(de Seguridad|Económico y Social|de Derechos Humanos)|Генеральная Ассамблея|Совет Безопасности|Экономический и Социальный Совет|Совет по правам человека|إن الجمعية العامة|إن مجلس الأمن|إن المجلس الاقتصادي والاجتماعي|إن مجلس حقوق الإنسان) ?[,،]?\s*$/
" The masthead has the same words without the comma.
syntax match resolutionOrgan /\v^\s*%(大会|安全理事会|经济及社会理事会|人权理事会) ?[,，]\s*$/

highlight default link resolutionTitle Title
highlight default link resolutionDraftTitle Title
highlight default link resolutionHeading Title
highlight default link resolutionOrgan Function
" Not Number: it has no colour of its own in Neovim's default scheme.
highlight default link resolutionLabel String
highlight default link resolutionOpening Statement
highlight default link resolutionOperative Statement
highlight default link resolutionSymbol Identifier
highlight default link resolutionMarker Special

" The server knows better than the shape of a line; its words have the same colours.
highlight default link @lsp.type.keyword.resolution resolutionOpening
highlight default link @lsp.type.number.resolution resolutionLabel
highlight default link @lsp.type.function.resolution resolutionSymbol
highlight default link @lsp.type.class.resolution resolutionSymbol
highlight default @lsp.type.property.resolution guifg=NONE
highlight default @lsp.type.string.resolution guifg=NONE
highlight default link @lsp.typemod.string.declaration.resolution resolutionTitle
highlight default link @lsp.type.decorator.resolution resolutionMarker

let b:current_syntax = 'resolution'
