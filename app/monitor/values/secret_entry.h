// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace headroom::monitor {

// Where a secret outlives the program: in the system's keyring, in a file under a passphrase, or not at all (it is asked for
// at each start).
enum class SecretPlace : std::uint8_t { Keyring, File, Memory };

// A secret as a person entered it. Handed from the window to the keeper of secrets, and nowhere else.
struct SecretEntry {
    std::string name;
    std::string value;
    SecretPlace place = SecretPlace::Keyring;
    std::string passphrase; // of the file; may be empty where it is open already
};

// What is known of the secrets that sources name; no secret is in it.
struct SecretsState {
    std::vector<std::string> missing; // names, sorted
    bool locked = false;              // there is a file of secrets, and its passphrase has not been given
    bool open = false;                // it has
    std::string keyringFault;         // why the keyring cannot be used; empty: it works, or was not asked yet

    bool operator==(const SecretsState &) const = default;
};

} // namespace headroom::monitor
