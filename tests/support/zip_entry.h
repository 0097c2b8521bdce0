// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <zlib.h>

namespace headroom::test {

// One member of a zip archive that this program wrote, inflated; empty where it is not there.
inline QByteArray zipEntry(const QByteArray &archive, const QByteArray &name)
{
    const auto number = [&](qsizetype at, int bytes) {
        quint32 value = 0;
        for (int i = bytes - 1; i >= 0; --i)
            value = value << 8U | static_cast<unsigned char>(archive[at + i]);
        return value;
    };
    for (qsizetype at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 4)) {
        const auto nameLength = static_cast<qsizetype>(number(at + 28, 2));
        if (archive.mid(at + 46, nameLength) != name)
            continue;
        const quint32 method = number(at + 10, 2);
        const quint32 packed = number(at + 20, 4);
        const quint32 size = number(at + 24, 4);
        const auto local = static_cast<qsizetype>(number(at + 42, 4));
        const auto data = local + 30 + static_cast<qsizetype>(number(local + 26, 2) + number(local + 28, 2));
        if (method == 0)
            return archive.mid(data, size);
        QByteArray content(static_cast<qsizetype>(size), '\0');
        QByteArray in = archive.mid(data, packed);
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            return {};
        stream.next_in = reinterpret_cast<Bytef *>(in.data());
        stream.avail_in = packed;
        stream.next_out = reinterpret_cast<Bytef *>(content.data());
        stream.avail_out = size;
        const int result = inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        return result == Z_STREAM_END ? content : QByteArray();
    }
    return {};
}

} // namespace headroom::test
