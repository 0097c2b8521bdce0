// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret_store.h"

namespace headroom::monitor {
namespace {

void overwrite(std::string &text)
{
    volatile char *const bytes = text.data();
    for (std::size_t i = 0; i < text.size(); ++i)
        bytes[i] = '\0';
}

} // namespace

MemorySecrets::~MemorySecrets()
{
    for (auto &[name, value] : m_secrets)
        overwrite(value);
}

std::optional<std::string> MemorySecrets::secret(const std::string &name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? std::nullopt : std::optional(found->second);
}

void MemorySecrets::set(const std::string &name, std::string value)
{
    const std::scoped_lock lock(m_mutex);
    std::string &held = m_secrets[name];
    overwrite(held);
    held = std::move(value);
}

void MemorySecrets::forget(const std::string &name)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_secrets.find(name);
    if (found == m_secrets.end())
        return;
    overwrite(found->second);
    m_secrets.erase(found);
}

} // namespace headroom::monitor
