-- What the plugin itself says, in the language that the user is spoken to in. English stands where it is said, and is the
-- key to the others.
local M = {}

M.translations = {
  ar = {
    ['no findings'] = 'لا ملاحظات',
    ['1 finding'] = 'ملاحظة واحدة',
    ['%d findings'] = 'عدد الملاحظات %d',
    ['%d preambular, %d operative'] = 'الديباجة %d، المنطوق %d',
    ['page text'] = 'نص صفحات',
    ['%d versions'] = 'النسخ اللغوية %d',
    ['no differences'] = 'لا اختلافات',
    ['1 difference'] = 'اختلاف واحد',
    ['%d differences'] = 'عدد الاختلافات %d',
    ['1 paragraph to come'] = 'بقيت فقرة واحدة لم تترجم',
    ['%d paragraphs to come'] = 'الفقرات التي لم تترجم بعد %d',
    [', '] = '، ',
    ['Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server'] = 'Rapporteur: لا يوجد برنامج باسم \u{2068}%s\u{2069}. ينبغي تثبيته أو تعريف \u{2068}Neovim\u{2069} بموضعه: \u{2068}:help rapporteur-server\u{2069}',
    ["Rapporteur doesn't read this buffer. :checkhealth rapporteur"] = 'لا يقرأ \u{2068}Rapporteur\u{2069} هذا النص. \u{2068}:checkhealth rapporteur\u{2069}',
    ['Say what to renumber: all, operative, subparagraphs or notes.'] = 'يُذكر ما يعاد ترقيمه: \u{2068}all\u{2069} أو \u{2068}operative\u{2069} أو \u{2068}subparagraphs\u{2069} أو \u{2068}notes\u{2069}.',
    ['Say where to move the paragraph: up or down.'] = 'يُذكر اتجاه نقل الفقرة: \u{2068}up\u{2069} أو \u{2068}down\u{2069}.',
    ['Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old'] = 'يتطلب \u{2068}Rapporteur\u{2069} \u{2068}Neovim 0.11\u{2069} أو ما بعده، والإصدار الحالي هو \u{2068}%s\u{2069}. الألوان متاحة دون الملاحظات. \u{2068}:help rapporteur-old\u{2069}',
  },
  es = {
    ['no findings'] = 'ninguna observación',
    ['1 finding'] = '1 observación',
    ['%d findings'] = '%d observaciones',
    ['%d preambular, %d operative'] = 'preámbulo %d, parte dispositiva %d',
    ['page text'] = 'texto por páginas',
    ['%d versions'] = '%d versiones',
    ['no differences'] = 'ninguna diferencia',
    ['1 difference'] = '1 diferencia',
    ['%d differences'] = '%d diferencias',
    ['1 paragraph to come'] = 'falta 1 párrafo por traducir',
    ['%d paragraphs to come'] = 'faltan %d párrafos por traducir',
    [', '] = ', ',
    ['Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server'] = 'Rapporteur: no existe el programa %s. Instálelo o indique a Neovim dónde está: :help rapporteur-server',
    ["Rapporteur doesn't read this buffer. :checkhealth rapporteur"] = 'Rapporteur no lee este texto. :checkhealth rapporteur',
    ['Say what to renumber: all, operative, subparagraphs or notes.'] = 'Indique qué se ha de renumerar: all, operative, subparagraphs o notes.',
    ['Say where to move the paragraph: up or down.'] = 'Indique hacia dónde se ha de mover el párrafo: up o down.',
    ['Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old'] = 'Rapporteur necesita Neovim 0.11 o posterior, y esta versión es %s. Hay colores, pero no observaciones. :help rapporteur-old',
  },
  fr = {
    ['no findings'] = 'aucun constat',
    ['1 finding'] = '1 constat',
    ['%d findings'] = '%d constats',
    ['%d preambular, %d operative'] = 'préambule %d, dispositif %d',
    ['page text'] = 'texte paginé',
    ['%d versions'] = '%d versions linguistiques',
    ['no differences'] = 'aucune divergence',
    ['1 difference'] = '1 divergence',
    ['%d differences'] = '%d divergences',
    ['1 paragraph to come'] = '1 paragraphe à venir',
    ['%d paragraphs to come'] = '%d paragraphes à venir',
    [', '] = ', ',
    ['Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server'] = 'Rapporteur : il n’y a pas de programme %s. Installez-le ou indiquez à Neovim où il se trouve : :help rapporteur-server',
    ["Rapporteur doesn't read this buffer. :checkhealth rapporteur"] = 'Rapporteur ne lit pas ce texte. :checkhealth rapporteur',
    ['Say what to renumber: all, operative, subparagraphs or notes.'] = 'Indiquez ce qui doit être renuméroté : all, operative, subparagraphs ou notes.',
    ['Say where to move the paragraph: up or down.'] = 'Indiquez où le paragraphe doit être déplacé : up ou down.',
    ['Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old'] = 'Rapporteur demande Neovim 0.11 ou une version ultérieure, et celle-ci est %s. Vous avez les couleurs, mais pas les constats. :help rapporteur-old',
  },
  ru = {
    ['no findings'] = 'замечаний нет',
    ['1 finding'] = '1 замечание',
    ['%d findings'] = 'замечаний: %d',
    ['%d preambular, %d operative'] = 'преамбула: %d, постановляющая часть: %d',
    ['page text'] = 'постраничный текст',
    ['%d versions'] = 'языковых вариантов: %d',
    ['no differences'] = 'расхождений нет',
    ['1 difference'] = '1 расхождение',
    ['%d differences'] = 'расхождений: %d',
    ['1 paragraph to come'] = 'осталось перевести 1 пункт',
    ['%d paragraphs to come'] = 'осталось перевести пунктов: %d',
    [', '] = ', ',
    ['Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server'] = 'Rapporteur: нет программы %s. Установите ее или укажите Neovim, где она находится: :help rapporteur-server',
    ["Rapporteur doesn't read this buffer. :checkhealth rapporteur"] = 'Rapporteur не читает этот текст. :checkhealth rapporteur',
    ['Say what to renumber: all, operative, subparagraphs or notes.'] = 'Укажите, что перенумеровать: all, operative, subparagraphs или notes.',
    ['Say where to move the paragraph: up or down.'] = 'Укажите, куда переместить пункт: up или down.',
    ['Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old'] = 'Для Rapporteur нужен Neovim 0.11 или более поздней версии, а это %s. Цвета есть, но замечаний не будет. :help rapporteur-old',
  },
  zh = {
    ['no findings'] = '没有问题',
    ['1 finding'] = '1处问题',
    ['%d findings'] = '%d处问题',
    ['%d preambular, %d operative'] = '序言部分%d段，执行部分%d段',
    ['page text'] = '页面文本',
    ['%d versions'] = '%d种语文文本',
    ['no differences'] = '没有差异',
    ['1 difference'] = '1处差异',
    ['%d differences'] = '%d处差异',
    ['1 paragraph to come'] = '尚有1段待译',
    ['%d paragraphs to come'] = '尚有%d段待译',
    [', '] = '，',
    ['Rapporteur: there is no program %s. Install it, or tell Neovim where it is: :help rapporteur-server'] = 'Rapporteur：没有程序%s。请安装该程序，或在Neovim中写明其位置：:help rapporteur-server',
    ["Rapporteur doesn't read this buffer. :checkhealth rapporteur"] = 'Rapporteur没有读取此文本。:checkhealth rapporteur',
    ['Say what to renumber: all, operative, subparagraphs or notes.'] = '请写明要重新编号的内容：all、operative、subparagraphs或notes。',
    ['Say where to move the paragraph: up or down.'] = '请写明段落移动的方向：up或down。',
    ['Rapporteur needs Neovim 0.11 or later, and this is %s. You have colours, but no findings. :help rapporteur-old'] = 'Rapporteur需要Neovim 0.11或更高版本，当前版本为%s。只有颜色，不检查问题。:help rapporteur-old',
  },
}

--- The code of the language, as the server chooses it: what the setting `messages` names, of the running server or else of
--- the configuration, else Neovim's own language (|v:lang|), and where Rapporteur doesn't speak that, the draft's.
---@param draft string? the code of the draft's language
---@return string
function M.language(draft)
  local client = vim.lsp.get_clients and vim.lsp.get_clients({ name = 'rapporteur' })[1]
  local config = client or vim.lsp.config and vim.lsp.config.rapporteur or {}
  local named = vim.tbl_get(config.settings or {}, 'rapporteur', 'messages')
  if named and named ~= 'auto' then
    return named
  end
  local own = vim.v.lang:match('^%a+')
  return (own == 'en' or M.translations[own]) and own or draft or 'en'
end

--- A text in a language, with its parts put in.
---@param language string
---@param english string
---@return string
function M.say_in(language, english, ...)
  return ((M.translations[language] or {})[english] or english):format(...)
end

--- A text that is about no draft, with its parts put in.
---@param english string
---@return string
function M.say(english, ...)
  return M.say_in(M.language(), english, ...)
end

return M
