// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "price_collector.h"

// One function for each format: reads the stream to its end into the collector. Errors stay in the stream.
namespace headroom::core::price_reading {

void readSkyPilot(ByteStream &stream, PriceCollector &collector);
void readAwsListJson(ByteStream &stream, PriceCollector &collector);
void readAwsListCsv(ByteStream &stream, PriceCollector &collector);
void readAwsSavingsPlansJson(ByteStream &stream, PriceCollector &collector);
void readAwsSavingsPlansCsv(ByteStream &stream, PriceCollector &collector);
void readAzureRetail(ByteStream &stream, PriceCollector &collector);
void readGcpYaml(ByteStream &stream, PriceCollector &collector);
void readAlibaba(ByteStream &stream, PriceCollector &collector);
void readPlainCsv(ByteStream &stream, PriceCollector &collector);

// The stream is told once the collector is full.
bool tooMany(ByteStream &stream, const PriceCollector &collector);

} // namespace headroom::core::price_reading
