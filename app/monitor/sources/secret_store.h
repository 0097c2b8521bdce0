// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace headroom::monitor {

// Where tokens and passwords come from. Sources ask when they poll, on the I/O thread, so an answer must not wait for a
// person or a keyring: what has not been unlocked yet is missing, and the source says so. Thread-safe. Nothing that comes
// out of it is ever logged, recorded or part of a sentence.
class SecretStore {
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    // The secret under the name that a source's configuration gives (SourceConfig::bearerSecret, basicSecret).
    virtual std::optional<std::string> secret(const std::string &name) const = 0;
};

// Secrets in memory, put there by whoever asked the keyring or the person; they are overwritten when they go.
class MemorySecrets final : public SecretStore {
public:
    ~MemorySecrets() override;

    std::optional<std::string> secret(const std::string &name) const override;
    void set(const std::string &name, std::string value);
    void forget(const std::string &name);

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::string> m_secrets;
};

} // namespace headroom::monitor
