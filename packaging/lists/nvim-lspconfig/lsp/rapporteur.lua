---@brief
---
--- <<repository>>
---
--- Rapporteur, a language server for drafts of resolutions in the style of the United Nations.
---
--- Neovim knows no such files by itself:
--- ```lua
--- vim.filetype.add({ extension = { resolution = 'resolution' }, pattern = { ['.*%.resolution%.txt'] = 'resolution' } })
--- ```
---
--- Settings are those of `rapporteur.toml`:
--- ```lua
--- vim.lsp.config('rapporteur', {
---   settings = { rapporteur = { messages = 'fr', ignore = { 'footnote-order' } } },
--- })
--- ```
---@type vim.lsp.Config
return {
  cmd = { 'rapporteur' },
  filetypes = { 'resolution' },
  root_markers = { 'rapporteur.toml', '.git' },
  before_init = function(params, config)
    params.initializationOptions = vim.tbl_get(config, 'settings', 'rapporteur')
  end,
}
