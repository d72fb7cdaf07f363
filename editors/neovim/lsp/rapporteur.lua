-- The server's configuration, found by Neovim 0.11 and later. Change any part of it with
-- vim.lsp.config('rapporteur', { … }); see :help rapporteur-settings.

--- The folder that is searched for cited resolutions: the project that holds the draft, else the draft's own
--- folder. Never the home folder, which would be read from end to end.
local function root(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  local folder = vim.fs.root(bufnr, { '.git', '.hg', '.jj' }) or (name ~= '' and vim.fs.dirname(name)) or vim.fn.getcwd()
  return folder ~= vim.uv.os_homedir() and folder or nil
end

---@type vim.lsp.Config
return {
  cmd = { 'rapporteur' },
  filetypes = vim.list_extend({ 'resolution' }, vim.g.rapporteur_filetypes or {}),
  root_dir = function(bufnr, start)
    start(root(bufnr))
  end,
  -- The server reads its settings when it starts and whenever they change; both come from one place.
  before_init = function(params, config)
    params.initializationOptions = vim.tbl_get(config, 'settings', 'rapporteur')
    -- The language of Neovim's own messages, which it doesn't tell by itself. The setting `messages` names another one.
    params.locale = vim.v.lang
    -- Asks for what the status line shows, and says that there are commands that save a file and list references.
    local more = { rapporteurStatus = true, rapporteurSave = true, rapporteurReferences = true }
    params.capabilities.experimental = vim.tbl_extend('force', params.capabilities.experimental or {}, more)
  end,
  on_init = function(client)
    require('rapporteur.enter').prepare(client)
    require('rapporteur.complete').prepare(client)
  end,
  commands = {
    -- What the line over a title does: the texts that cite the draft are listed.
    ['rapporteur.showReferences'] = function(command, context)
      local client = assert(vim.lsp.get_client_by_id(context.client_id))
      local uri, place = unpack(command.arguments)
      local asked = { textDocument = { uri = uri }, position = place, context = { includeDeclaration = false } }
      client:request('textDocument/references', asked, function(_, found)
        local items = vim.lsp.util.locations_to_items(found or {}, client.offset_encoding)
        vim.fn.setqflist({}, ' ', { title = command.title, items = items })
        vim.cmd('botright copen')
      end)
    end,
    -- What a quick fix has written into rapporteur.toml is on disk when it is done.
    ['rapporteur.save'] = function(command)
      local buffer = vim.uri_to_bufnr(command.arguments[1])
      vim.fn.bufload(buffer)
      vim.api.nvim_buf_call(buffer, function()
        vim.cmd.write({ mods = { silent = true } })
      end)
    end,
  },
  handlers = {
    ['rapporteur/status'] = function(_, status)
      require('rapporteur').hear(status)
    end,
  },
}
