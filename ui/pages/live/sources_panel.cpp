// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/sources_panel.h>

#include <present/texts/live_texts.h>
#include <present/texts/source_texts.h>
#include <ui/pages/live/source_dialog.h>
#include <ui/theme/icons.h>
#include <ui/widgets/data_table.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace headroom::ui {

using present::LiveTexts;
using present::SourceListModel;

namespace {

// The state in its colour and with a sign, beside the word.
class StateDelegate : public DataTableDelegate {
public:
    using DataTableDelegate::DataTableDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        DataTableDelegate::initStyleOption(option, index);
        if (index.column() != SourceListModel::State)
            return;
        const Tokens &tokens = tokensOf(option->widget);
        const int state = index.data(SourceListModel::StateRole).toInt();
        const bool ok = state == static_cast<int>(monitor::SourceState::Ok);
        const bool failed = state == static_cast<int>(monitor::SourceState::Failed);
        const bool late = state == static_cast<int>(monitor::SourceState::Late);
        const QColor ink = ok ? tokens.good : failed ? tokens.error : late ? tokens.warning : tokens.textSecondary;
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = iconFor(ok ? QStringLiteral("check") : failed ? QStringLiteral("error") : QStringLiteral("refresh"), ink, ink);
        option->decorationSize = {14, 14};
    }
};

} // namespace

SourcesPanel::SourcesPanel(present::LiveViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_label(new TextLabel(TextRole::Caption, Tone::Secondary, this)), m_address(new QLineEdit(this)), m_add(new QPushButton(this)),
      m_message(new TextLabel(TextRole::Caption, Tone::Secondary, this)), m_table(makeDataTable(this)), m_more(new QPushButton(this)), m_edit(new QPushButton(this)), m_remove(new QPushButton(this)), m_demo(new QPushButton(this))
{
    m_address->setObjectName(QStringLiteral("live.address"));
    m_address->setMaxLength(2048);
    m_address->setClearButtonEnabled(true);
    m_add->setObjectName(QStringLiteral("live.add"));
    m_message->setObjectName(QStringLiteral("live.message"));
    m_table->setObjectName(QStringLiteral("live.sources"));
    m_more->setObjectName(QStringLiteral("live.addWith"));
    m_edit->setObjectName(QStringLiteral("live.edit"));
    m_remove->setObjectName(QStringLiteral("live.remove"));
    m_demo->setObjectName(QStringLiteral("live.demo"));
    m_label->setBuddy(m_address);
    m_message->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    auto *row = new QHBoxLayout;
    row->addWidget(m_address, 1);
    row->addWidget(m_add);
    row->addWidget(m_more);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_demo);
    buttons->addStretch(1);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    layout->addLayout(buttons);

    m_table->setModel(&m_model.sources());
    m_table->setItemDelegate(new StateDelegate(m_table));
    m_table->setSortingEnabled(false);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(SourceListModel::Name, QHeaderView::Interactive);
    m_table->setColumnWidth(SourceListModel::Name, 190);
    m_table->horizontalHeader()->setSectionResizeMode(SourceListModel::State, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SourceListModel::Detail, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(SourceListModel::Age, QHeaderView::ResizeToContents);
    m_table->setMinimumHeight(120);

    connect(m_add, &QPushButton::clicked, this, &SourcesPanel::add);
    connect(m_address, &QLineEdit::returnPressed, this, &SourcesPanel::add);
    connect(m_address, &QLineEdit::textEdited, this, [this] { showMessage({}); });
    connect(m_more, &QPushButton::clicked, this, [this] { openDialog(false); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openDialog(true); });
    connect(m_table, &QTableView::doubleClicked, this, [this] { openDialog(true); });
    connect(m_remove, &QPushButton::clicked, this, &SourcesPanel::removeCurrent);
    connect(m_demo, &QPushButton::clicked, this, [this] { m_model.watchesDemo() ? m_model.stopDemo() : m_model.startDemo(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesPanel::refreshButtons);
    connect(&m_model, &present::LiveViewModel::changed, this, &SourcesPanel::refreshButtons);
    retranslate();
}

void SourcesPanel::setListed(bool listed)
{
    m_table->setVisible(listed);
    m_edit->setVisible(listed);
    m_remove->setVisible(listed);
}

void SourcesPanel::add()
{
    const QString problem = m_model.addSource(m_address->text());
    showMessage(problem);
    if (problem.isEmpty())
        m_address->clear();
}

void SourcesPanel::removeCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const QString name = current.siblingAtColumn(SourceListModel::Name).data().toString();
    if (m_model.removeSource(current.data(SourceListModel::IdRole).toString()))
        emit removed(LiveTexts::removed(name));
}

void SourcesPanel::openDialog(bool current)
{
    present::SourceDraft draft;
    draft.address = m_address->text().trimmed();
    if (current) {
        const auto *entry = m_model.sources().find(m_table->currentIndex().data(SourceListModel::IdRole).toString().toStdString());
        if (!entry)
            return;
        draft = present::draftOf(entry->config);
    }
    auto *dialog = new SourceDialog(m_model, draft, this);
    if (!current)
        connect(dialog, &QDialog::accepted, m_address, &QLineEdit::clear);
    dialog->open();
}

// Without a problem the line says what is accepted.
void SourcesPanel::showMessage(const QString &text)
{
    m_message->setTone(text.isEmpty() ? Tone::Secondary : Tone::Error);
    m_message->setText(text.isEmpty() ? LiveTexts::addressHelp() : text);
    m_address->setProperty("invalid", !text.isEmpty());
    m_address->update();
}

void SourcesPanel::refreshButtons()
{
    m_edit->setEnabled(m_table->currentIndex().isValid());
    m_remove->setEnabled(m_table->currentIndex().isValid());
    m_demo->setText(m_model.watchesDemo() ? LiveTexts::stopDemo() : LiveTexts::startDemo());
}

void SourcesPanel::retranslate()
{
    m_label->setText(LiveTexts::addressLabel());
    m_address->setAccessibleName(LiveTexts::addressLabel());
    m_address->setPlaceholderText(LiveTexts::addressHint());
    m_add->setText(LiveTexts::addSource());
    m_more->setText(present::SourceTexts::more());
    m_edit->setText(present::SourceTexts::edit());
    m_remove->setText(LiveTexts::removeSource());
    m_table->setAccessibleName(LiveTexts::sourcesTitle());
    showMessage({});
    refreshButtons();
}

void SourcesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace headroom::ui
