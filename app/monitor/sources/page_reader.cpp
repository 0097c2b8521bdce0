// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_reader.h"

#include <fmt/format.h>

namespace headroom::monitor {
namespace {

std::string staleText(std::size_t samples)
{
    return fmt::format("{} samples are older than {} s by their own timestamps and count as no data; a clock that is right would be accepted", samples, CanonicalMapper::kStaleS);
}

} // namespace

PageReader::PageReader(CanonicalMapper &mapper, ExpositionFormat format, double timeS, std::optional<double> steadyS, const ExpositionLimits &limits)
    : m_mapper(mapper)
    , m_parser(format, *this, ExpositionParser::Rules::Skip, limits)
{
    m_mapper.begin(timeS, steadyS);
}

PageReader::~PageReader() = default;

bool PageReader::feed(std::string_view bytes)
{
    for (std::size_t i = 0; m_first == '\0' && i < bytes.size(); ++i)
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n')
            m_first = bytes[i];
    // Neither can begin a line of a metrics page: there is no need to wait for its end.
    if (m_first == '<' || m_first == '[')
        return false;
    return m_parser.feed(bytes);
}

void PageReader::sample(const SampleView &sample)
{
    if (!m_error)
        m_mapper.add(sample);
}

void PageReader::error(const ExpositionError &error)
{
    m_error = error;
    m_parser.stop();
}

Snapshot PageReader::finish()
{
    if (m_first == '<' || m_first == '[')
        return failedSnapshot(FailureReason::NotMetrics, fmt::format("the answer is {}, not a metrics page; {}", m_first == '<' ? "a web page (HTML)" : "JSON", kAcceptedPage));
    m_parser.finish();
    if (m_error && m_error->overLimit)
        return failedSnapshot(FailureReason::TooLarge, m_error->text);
    if (m_error && m_parser.samples() == 0)
        return failedSnapshot(FailureReason::NotMetrics, fmt::format("the answer is not a metrics page{} (line {}, column {}: {}); {}", m_first == '{' ? " but looks like JSON" : "", m_error->line, m_error->column, m_error->text, kAcceptedPage));
    if (m_error)
        return failedSnapshot(FailureReason::BadContent, fmt::format("error in the metrics page at line {}, column {}: {}", m_error->line, m_error->column, m_error->text));
    MappedPoll poll = m_mapper.finish();
    if (poll.samplesKnown == 0 && poll.samplesStale > 0)
        return failedSnapshot(FailureReason::NothingKnown, staleText(poll.samplesStale));
    if (poll.samplesKnown == 0)
        return failedSnapshot(FailureReason::NothingKnown, poll.samplesRead == 0
                ? fmt::format("the metrics page is empty; a page of {} would be accepted", kKnownExporters)
                : fmt::format("the page has {} samples, none of which Headroom knows; a page of {} would be accepted", poll.samplesRead, kKnownExporters));
    return snapshotOf(std::move(poll));
}

Snapshot snapshotOf(MappedPoll &&poll)
{
    Snapshot snapshot;
    snapshot.isDemo = poll.isDemo;
    snapshot.dialects = std::move(poll.dialects);
    snapshot.subjects = std::move(poll.subjects);
    snapshot.samples = std::move(poll.samples);
    snapshot.workloads = std::move(poll.workloads);
    if (poll.samplesStale > 0)
        snapshot.warnings.push_back(staleText(poll.samplesStale));
    if (poll.samplesBeyond > 0)
        snapshot.warnings.push_back(fmt::format("{} samples are of more than {} GPUs, engines and machines, the most that one source may have, and were left out", poll.samplesBeyond, CanonicalMapper::kMostSubjects));
    return snapshot;
}

Snapshot failedSnapshot(FailureReason reason, std::string detail)
{
    Snapshot snapshot;
    snapshot.state = SourceState::Failed;
    snapshot.reason = reason;
    snapshot.detail = std::move(detail);
    return snapshot;
}

} // namespace headroom::monitor
