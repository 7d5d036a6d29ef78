document.addEventListener('DOMContentLoaded', () => {
  document.querySelector('#ran').textContent = 'ran'
})
