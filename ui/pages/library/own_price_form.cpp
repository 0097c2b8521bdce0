// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/library/own_price_form.h>

#include <present/texts/own_price_texts.h>
#include <ui/theme/theme.h>
#include <ui/widgets/choice_field.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace headroom::ui {

using present::OwnPriceTexts;

namespace {

constexpr int kLongest = 200;

QVector<Choice> currencies()
{
    return {{QStringLiteral("USD"), QStringLiteral("USD"), true, {}}, {QStringLiteral("CNY"), QStringLiteral("CNY"), true, {}}, {QStringLiteral("EUR"), QStringLiteral("EUR"), true, {}}};
}

QString nameOf(const QString &field)
{
    return QStringLiteral("own.") + field;
}

} // namespace

OwnPriceForm::OwnPriceForm(Kind kind, present::OwnPrices &prices, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_prices(prices), m_note(new TextLabel(TextRole::Caption, Tone::Secondary, this)), m_save(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceM);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceL);
    grid->setVerticalSpacing(kSpaceM);
    layout->addLayout(grid);
    if (kind == Kind::Contract)
        makeContract(grid);
    else
        makeRate(grid);
    auto *foot = new QHBoxLayout;
    m_note->setWordWrap(true);
    m_note->setObjectName(nameOf(kind == Kind::Contract ? QStringLiteral("contractNote") : QStringLiteral("rateNote")));
    foot->addWidget(m_note, 1);
    m_save->setObjectName(nameOf(kind == Kind::Contract ? QStringLiteral("saveContract") : QStringLiteral("saveRate")));
    m_cancel->setObjectName(nameOf(kind == Kind::Contract ? QStringLiteral("cancelContract") : QStringLiteral("cancelRate")));
    foot->addWidget(m_save);
    foot->addWidget(m_cancel);
    layout->addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, &OwnPriceForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &OwnPriceForm::finished);
    retranslate();
}

// The label above its editor; a click on the label goes to the editor.
QWidget *OwnPriceForm::labelled(const char *field, QWidget *editor)
{
    const QString name = QLatin1String(field);
    auto *cell = new QWidget(this);
    auto *layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    auto *label = new TextLabel(TextRole::Body, Tone::Neutral, cell);
    label->setBuddy(editor);
    layout->addWidget(label);
    layout->addWidget(editor);
    m_labels.insert(name, label);
    m_cells.insert(name, cell);
    return cell;
}

QLineEdit *OwnPriceForm::lineFor(const char *field)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(nameOf(QLatin1String(field)));
    line->setMaxLength(kLongest);
    connect(line, &QLineEdit::textEdited, this, &OwnPriceForm::refresh);
    connect(line, &QLineEdit::returnPressed, this, &OwnPriceForm::save);
    m_lines.insert(QLatin1String(field), line);
    return line;
}

void OwnPriceForm::makeContract(QGridLayout *grid)
{
    const auto add = [&](const char *field, int row, int column, int span = 1) { grid->addWidget(labelled(field, lineFor(field)), row, column, 1, span); };
    add("name", 0, 0, 2);
    add("provider", 0, 2);
    add("region", 0, 3);
    add("instance", 0, 4);
    add("gpu", 0, 5);
    m_way = new SegmentedControl(this);
    m_way->setName(QStringLiteral("own.way"));
    grid->addWidget(m_way, 1, 0, Qt::AlignBottom);
    add("discount", 1, 1);
    grid->addWidget(labelled("price", lineFor("price")), 1, 1);
    m_currency = new ChoiceField(ChoiceField::LabelPlace::Above, this);
    m_currency->setName(QStringLiteral("own.currency"));
    grid->addWidget(m_currency, 1, 2);
    m_commitment = new ChoiceField(ChoiceField::LabelPlace::Above, this);
    m_commitment->setName(QStringLiteral("own.commitment"));
    grid->addWidget(m_commitment, 1, 3);
    add("valid_from", 1, 4);
    add("valid_until", 1, 5);
    add("gpus", 2, 0);
    add("note", 2, 1, 5);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    for (const char *field : {"provider", "region", "instance", "gpu"}) {
        auto *completer = new QCompleter(new QStringListModel(this), this);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_lines[QLatin1String(field)]->setCompleter(completer);
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &OwnPriceForm::refresh);
    }
    connect(m_way, &SegmentedControl::chosen, this, [this] {
        showKind();
        refresh();
    });
    connect(m_currency, &ChoiceField::chosen, this, &OwnPriceForm::refresh);
    connect(m_commitment, &ChoiceField::chosen, this, &OwnPriceForm::refresh);
}

void OwnPriceForm::makeRate(QGridLayout *grid)
{
    m_from = new ChoiceField(ChoiceField::LabelPlace::Above, this);
    m_from->setName(QStringLiteral("own.from"));
    m_to = new ChoiceField(ChoiceField::LabelPlace::Above, this);
    m_to->setName(QStringLiteral("own.to"));
    grid->addWidget(m_from, 0, 0);
    grid->addWidget(labelled("rate", lineFor("rate")), 0, 1);
    grid->addWidget(m_to, 0, 2);
    grid->addWidget(labelled("as_of", lineFor("as_of")), 0, 3);
    grid->addWidget(labelled("source", lineFor("source")), 0, 4, 1, 2);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_from, &ChoiceField::chosen, this, &OwnPriceForm::refresh);
    connect(m_to, &ChoiceField::chosen, this, &OwnPriceForm::refresh);
}

void OwnPriceForm::setLine(const char *field, const std::string &text)
{
    m_lines[QLatin1String(field)]->setText(QString::fromStdString(text));
}

std::string OwnPriceForm::line(const char *field) const
{
    return m_lines[QLatin1String(field)]->text().toStdString();
}

void OwnPriceForm::start(std::int64_t id, const core::ContractWords &words)
{
    m_id = id;
    const std::pair<const char *, const std::string *> fields[] = {{"name", &words.name}, {"provider", &words.provider}, {"region", &words.region}, {"instance", &words.instance},
        {"gpu", &words.gpu}, {"gpus", &words.gpus}, {"discount", &words.discount}, {"price", &words.price}, {"valid_from", &words.from}, {"valid_until", &words.until}, {"note", &words.note}};
    for (const auto &[field, text] : fields)
        setLine(field, *text);
    m_way->setCurrent(words.price.empty() ? QStringLiteral("discount") : QStringLiteral("price"));
    m_currency->setCurrent(words.currency.empty() ? QStringLiteral("USD") : QString::fromStdString(words.currency));
    m_commitment->setCurrent(words.commitment.empty() ? QStringLiteral("any") : QString::fromStdString(words.commitment));
    showKind();
    refresh();
    m_lines[words.price.empty() ? QStringLiteral("name") : QStringLiteral("price")]->setFocus();
}

void OwnPriceForm::start(const core::RateWords &words)
{
    m_from->setCurrent(words.from.empty() ? QStringLiteral("USD") : QString::fromStdString(words.from));
    m_to->setCurrent(words.to.empty() ? QStringLiteral("CNY") : QString::fromStdString(words.to));
    setLine("rate", words.rate);
    setLine("as_of", words.asOf);
    setLine("source", words.source);
    refresh();
    m_lines[QStringLiteral("rate")]->setFocus();
    m_lines[QStringLiteral("rate")]->selectAll();
}

void OwnPriceForm::showKind()
{
    const bool price = m_way->current() == QLatin1String("price");
    m_cells[QStringLiteral("discount")]->setVisible(!price);
    m_cells[QStringLiteral("price")]->setVisible(price);
    m_currency->setEnabled(price);
}

core::ContractWords OwnPriceForm::contractWords() const
{
    const bool price = m_way->current() == QLatin1String("price");
    const QString commitment = m_commitment->current();
    return {line("name"), line("provider"), line("region"), line("instance"), line("gpu"), line("gpus"), commitment == QLatin1String("any") ? std::string() : commitment.toStdString(),
            price ? std::string() : line("discount"), price ? line("price") : std::string(), m_currency->current().toStdString(), line("valid_from"), line("valid_until"), line("note")};
}

core::RateWords OwnPriceForm::rateWords() const
{
    return {m_from->current().toStdString(), m_to->current().toStdString(), line("rate"), line("as_of"), line("source")};
}

// What was said of the last try is over with the next key; what the contract is for is said while it is written.
void OwnPriceForm::refresh()
{
    m_note->setTone(Tone::Secondary);
    if (m_kind == Kind::Rate) {
        m_note->setText(OwnPriceTexts::ratesHelp());
        return;
    }
    const QString effect = m_prices.effect(contractWords());
    m_note->setText(effect.isEmpty() ? OwnPriceTexts::contractsHelp() : effect);
    complete();
}

void OwnPriceForm::complete()
{
    const QString provider = m_lines[QStringLiteral("provider")]->text();
    const QString region = m_lines[QStringLiteral("region")]->text();
    const auto offer = [&](const char *field, const QStringList &words) { static_cast<QStringListModel *>(m_lines[QLatin1String(field)]->completer()->model())->setStringList(words); };
    if (m_lines[QStringLiteral("provider")]->hasFocus())
        offer("provider", m_prices.providers());
    offer("region", m_prices.regions(provider));
    offer("instance", m_prices.instances(provider, region));
    offer("gpu", m_prices.gpus());
}

void OwnPriceForm::save()
{
    if (m_prices.isBusy())
        return;
    const auto problem = m_kind == Kind::Contract ? m_prices.saveContract(m_id, contractWords()) : m_prices.saveRate(rateWords());
    if (problem)
        showProblem(*problem);
    else
        emit finished();
}

void OwnPriceForm::showProblem(const present::OwnPrices::Problem &problem)
{
    const QString label = m_kind == Kind::Contract && problem.field == QLatin1String("price") && m_way->current() == QLatin1String("discount")
        ? OwnPriceTexts::fieldLabel(QStringLiteral("discount"))
        : OwnPriceTexts::fieldLabel(problem.field);
    m_note->setTone(Tone::Error);
    m_note->setText(label.isEmpty() ? problem.text : OwnPriceTexts::fieldProblem(label, problem.text));
    if (QLineEdit *line = m_lines.value(problem.field); line && line->isVisible()) {
        line->setFocus();
        line->selectAll();
    }
}

void OwnPriceForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit finished();
    else
        QWidget::keyPressEvent(event);
}

void OwnPriceForm::retranslate()
{
    for (auto it = m_labels.cbegin(); it != m_labels.cend(); ++it)
        it.value()->setText(OwnPriceTexts::fieldLabel(it.key()));
    for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it) {
        it.value()->setPlaceholderText(OwnPriceTexts::fieldHint(it.key()));
        it.value()->setAccessibleName(OwnPriceTexts::fieldLabel(it.key()));
    }
    m_save->setText(OwnPriceTexts::save());
    m_cancel->setText(OwnPriceTexts::cancel());
    if (m_kind == Kind::Rate) {
        m_from->setLabel(OwnPriceTexts::fieldLabel(QStringLiteral("from")));
        m_to->setLabel(OwnPriceTexts::fieldLabel(QStringLiteral("to")));
        m_from->setChoices(currencies());
        m_to->setChoices(currencies());
    } else {
        m_way->setChoices({{QStringLiteral("discount"), OwnPriceTexts::discountKind(), true, {}}, {QStringLiteral("price"), OwnPriceTexts::priceKind(), true, {}}});
        m_currency->setLabel(OwnPriceTexts::fieldLabel(QStringLiteral("currency")));
        m_currency->setChoices(currencies());
        m_commitment->setLabel(OwnPriceTexts::fieldLabel(QStringLiteral("commitment")));
        QVector<Choice> commitments;
        for (const auto &[id, word] : OwnPriceTexts::commitments())
            commitments.push_back({id, word, true, {}});
        m_commitment->setChoices(commitments);
    }
    refresh();
}

} // namespace headroom::ui
