// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace headroom::monitor {

using Secrets = std::map<std::string, std::string>; // by name

// What it costs to try one passphrase: of libsodium's Argon2id. The default is its "moderate" (about half a second, 256 MiB).
struct SecretFileCost {
    unsigned long long operations = 3;
    std::size_t memoryBytes = std::size_t{256} << 20;
};

// Secrets in one file under a passphrase: key by Argon2id over a fresh salt, content by XChaCha20-Poly1305 with the header as
// additional data, so that a byte changed anywhere is noticed. Both functions take as long as the cost says: no GUI thread.
// Errors, all with the file:
//   NotFound, Unreadable, Unwritable
//   Damaged   not such a file, or broken off
//   BadValue  field "passphrase": it does not fit (or the file was changed: that cannot be told apart), or is empty
//   TooLarge  over 1 MiB, or a cost beyond 64 operations and 1 GiB: nobody wrote that in good faith
//   NotAvailable  the library does not start, or there is not enough memory
core::Result<Secrets> readSecretFile(const std::filesystem::path &file, std::string_view passphrase);

// Replaces the file as a whole or not at all; only its owner can read it (0600).
core::Result<void> writeSecretFile(const std::filesystem::path &file, std::string_view passphrase, const Secrets &secrets, const SecretFileCost &cost = {});

// What was a secret is zeros afterwards.
void wipe(std::string &text);

} // namespace headroom::monitor
