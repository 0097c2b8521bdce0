// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret_file.h"

#include <QFile>
#include <QSaveFile>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace headroom::monitor {
namespace {

// Magic, operations and memory (little-endian, 8 bytes each), salt, nonce; then the encrypted JSON object with its tag.
constexpr std::string_view kMagic = "headroom-secrets-1\n";
constexpr std::size_t kCostAt = kMagic.size();
constexpr std::size_t kSaltAt = kCostAt + 16;
constexpr std::size_t kNonceAt = kSaltAt + crypto_pwhash_SALTBYTES;
constexpr std::size_t kHeaderBytes = kNonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qint64 kMostBytes = qint64(1) << 20;
constexpr unsigned long long kMostOperations = 64;
constexpr unsigned long long kMostMemory = 1ULL << 30;

using Bytes = std::vector<unsigned char>;

core::Error error(core::ErrorCode code, std::string detail, const std::filesystem::path &file, std::string field = {})
{
    return {code, std::move(detail), file.string(), std::move(field), 0};
}

// A key that does not outlive its use.
struct Key {
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes{};

    Key() = default;
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    bool derive(std::string_view passphrase, const unsigned char *salt, const SecretFileCost &cost)
    {
        return crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(), salt, cost.operations, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
    }
};

void putNumber(unsigned char *at, unsigned long long value)
{
    for (int i = 0; i < 8; ++i)
        at[i] = static_cast<unsigned char>(value >> (8 * i));
}

unsigned long long numberAt(const unsigned char *at)
{
    unsigned long long value = 0;
    for (int i = 7; i >= 0; --i)
        value = (value << 8U) | at[i];
    return value;
}

core::Result<void> ready(std::string_view passphrase, const std::filesystem::path &file)
{
    if (sodium_init() < 0)
        return std::unexpected(error(core::ErrorCode::NotAvailable, "the encryption library does not start", file));
    if (passphrase.empty())
        return std::unexpected(error(core::ErrorCode::BadValue, "a passphrase of one or more characters would be accepted", file, "passphrase"));
    return {};
}

core::Result<Secrets> parsed(const Bytes &plain, const std::filesystem::path &file)
{
    const auto json = nlohmann::json::parse(plain.begin(), plain.end(), nullptr, false);
    if (!json.is_object())
        return std::unexpected(error(core::ErrorCode::Damaged, "the secrets in the file are not in the expected form", file));
    Secrets secrets;
    for (const auto &[name, value] : json.items()) {
        if (!value.is_string())
            return std::unexpected(error(core::ErrorCode::Damaged, "the secrets in the file are not in the expected form", file));
        secrets.emplace(name, value.get<std::string>());
    }
    return secrets;
}

} // namespace

void wipe(std::string &text)
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

core::Result<Secrets> readSecretFile(const std::filesystem::path &file, std::string_view passphrase)
{
    if (auto fine = ready(passphrase, file); !fine)
        return std::unexpected(fine.error());
    QFile in(QString::fromStdString(file.string()));
    if (!in.exists())
        return std::unexpected(error(core::ErrorCode::NotFound, "no secrets are stored in a file", file));
    if (!in.open(QIODevice::ReadOnly))
        return std::unexpected(error(core::ErrorCode::Unreadable, in.errorString().toStdString(), file));
    const QByteArray all = in.read(kMostBytes + 1);
    if (all.size() > kMostBytes)
        return std::unexpected(error(core::ErrorCode::TooLarge, "a file of secrets of at most 1 MiB would be accepted", file));
    const auto *bytes = reinterpret_cast<const unsigned char *>(all.constData());
    const auto size = static_cast<std::size_t>(all.size());
    if (size < kHeaderBytes + kTagBytes || std::memcmp(bytes, kMagic.data(), kMagic.size()) != 0)
        return std::unexpected(error(core::ErrorCode::Damaged, "this is no file of secrets, or it is broken off", file));
    const unsigned long long operations = numberAt(bytes + kCostAt);
    const unsigned long long memory = numberAt(bytes + kCostAt + 8);
    if (operations > kMostOperations || memory > kMostMemory)
        return std::unexpected(error(core::ErrorCode::TooLarge, fmt::format("the file asks for {} operations and {} bytes: at most {} and {} would be accepted", operations, memory, kMostOperations, kMostMemory), file));
    if (operations < crypto_pwhash_OPSLIMIT_MIN || memory < crypto_pwhash_MEMLIMIT_MIN)
        return std::unexpected(error(core::ErrorCode::Damaged, "the file asks for less work than the method takes at least", file));
    Key key;
    if (!key.derive(passphrase, bytes + kSaltAt, {operations, static_cast<std::size_t>(memory)}))
        return std::unexpected(error(core::ErrorCode::NotAvailable, fmt::format("{} bytes of memory are needed to open the file", memory), file));
    Bytes plain(size - kHeaderBytes - kTagBytes);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, bytes + kHeaderBytes, size - kHeaderBytes, bytes, kHeaderBytes, bytes + kNonceAt, key.bytes.data());
    if (opened != 0)
        return std::unexpected(error(core::ErrorCode::BadValue, "the passphrase does not fit, or the file was changed", file, "passphrase"));
    auto secrets = parsed(plain, file);
    sodium_memzero(plain.data(), plain.size());
    return secrets;
}

core::Result<void> writeSecretFile(const std::filesystem::path &file, std::string_view passphrase, const Secrets &secrets, const SecretFileCost &cost)
{
    if (auto fine = ready(passphrase, file); !fine)
        return fine;
    std::string plain = nlohmann::json(secrets).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    Bytes out(kHeaderBytes + plain.size() + kTagBytes);
    if (static_cast<qint64>(out.size()) > kMostBytes) {
        wipe(plain);
        return std::unexpected(error(core::ErrorCode::TooLarge, "secrets of at most 1 MiB would be accepted", file));
    }
    std::memcpy(out.data(), kMagic.data(), kMagic.size());
    putNumber(out.data() + kCostAt, cost.operations);
    putNumber(out.data() + kCostAt + 8, cost.memoryBytes);
    randombytes_buf(out.data() + kSaltAt, kHeaderBytes - kSaltAt); // salt and nonce
    Key key;
    if (!key.derive(passphrase, out.data() + kSaltAt, cost)) {
        wipe(plain);
        return std::unexpected(error(core::ErrorCode::NotAvailable, fmt::format("{} bytes of memory are needed to encrypt", cost.memoryBytes), file));
    }
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + kHeaderBytes, nullptr, reinterpret_cast<const unsigned char *>(plain.data()), plain.size(), out.data(), kHeaderBytes, nullptr,
                                               out.data() + kNonceAt, key.bytes.data());
    wipe(plain);
    QSaveFile save(QString::fromStdString(file.string()));
    const auto length = static_cast<qint64>(out.size());
    if (!save.open(QIODevice::WriteOnly) || !save.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || save.write(reinterpret_cast<const char *>(out.data()), length) != length || !save.commit())
        return std::unexpected(error(core::ErrorCode::Unwritable, save.errorString().toStdString(), file));
    return {};
}

} // namespace headroom::monitor
