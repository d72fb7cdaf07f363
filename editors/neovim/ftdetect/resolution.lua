vim.filetype.add({
  extension = { resolution = 'resolution' },
  pattern = { ['.*%.resolution%.txt'] = 'resolution' },
})
