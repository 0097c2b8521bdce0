// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace headroom::monitor {

enum class KeyringOutcome : std::uint8_t {
    Done,
    NotFound, // the keyring works, and has no such entry
    Failed,   // there is no keyring, it is locked, or access was denied
};

struct KeyringAnswer {
    KeyringOutcome outcome = KeyringOutcome::Failed;
    std::string value;  // of a read that is Done
    std::string detail; // where it failed: what the keyring says, without the secret
};

// Entries of one program in a keyring. Every call is answered exactly once, later, on the thread that made it; after the
// keyring is destroyed no longer.
class Keyring {
public:
    using Done = std::function<void(const KeyringAnswer &)>;

    Keyring() = default;
    virtual ~Keyring() = default;
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    virtual void read(const std::string &name, Done done) = 0;
    virtual void write(const std::string &name, const std::string &value, Done done) = 0;
    virtual void remove(const std::string &name, Done done) = 0; // NotFound is as good as Done
};

// The desktop's: the Secret Service (GNOME), KWallet, or what else the system has. Never a plain file. Needs an event loop.
std::unique_ptr<Keyring> systemKeyring();

} // namespace headroom::monitor
