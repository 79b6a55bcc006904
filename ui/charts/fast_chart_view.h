// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_frame.h"
#include "ui/style/theme.h"

#include <QChartView>
#include <QPixmap>
#include <cstdint>
#include <functional>

class QValueAxis;

namespace telltale::ui {

/// A chart whose cost does not depend on the data: Qt Charts gives background, axes, grid and value labels, which are kept in a pixmap
/// until one of them changes; the data are painted on top of it by `Layers` at every frame. The time axis is drawn here, because Qt Charts
/// has no labels for round clock times, into a pixmap of its own: panning lets Qt Charts lay out nothing.
/// Thread: UI. Source: measurements behind this design are in ARCHITECTURE.md.
class FastChartView final : public QChartView {
    Q_OBJECT
public:
    using Layers = std::function<void(QPainter &painter, const QRectF &plot)>;

    /// What stands around the plot.
    struct Surround {
        bool times = true; ///< labels below it
        double left = 0.0; ///< it begins no farther left than this; logical pixels

        friend bool operator==(const Surround &, const Surround &) = default;
    };

    explicit FastChartView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Draws a new frame only when it would look different.
    void setFrame(const ChartFrame &frame);
    void setSurround(const Surround &surround);
    [[nodiscard]] const Surround &surround() const { return m_surround; }
    /// Where its value labels let the plot begin.
    [[nodiscard]] double ownLeft() const { return m_ownLeft; }
    void setLayers(Layers layers) { m_layers = std::move(layers); }

    /// Logical pixels. Empty while the widget is too small for a plot.
    [[nodiscard]] QRectF plot() const { return m_plot; }
    /// The strip above the plot, for marks.
    [[nodiscard]] QRectF strip() const;
    /// How many labels fit side by side and one above the other.
    [[nodiscard]] int timeTickRoom() const;
    [[nodiscard]] int valueTickRoom() const;
    /// How often the frame was drawn; for tests and benchmarks.
    [[nodiscard]] std::uint64_t framesDrawn() const { return m_framesDrawn; }

signals:
    /// The mouse moved by this share of the plot's width with the button down; positive to the right.
    void dragged(double share);
    /// The same with Shift down: from one share of the plot's width (0 left edge, 1 right edge) to another.
    void banded(double from, double to);
    void clicked(double share, bool withShift);
    /// Wheel over the plot: notches (positive away from the user), and where (0 left edge, 1 right edge).
    void wheelTurned(double notches, double share);
    void doubleClicked();
    void hovered(QPointF at);
    void hoverEnded();
    /// What was handed over does not fit any more: another size or font, or shown again after being hidden.
    void outdated();
    void ownLeftChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void createAxes();
    void applyTheme();
    void applyFonts();
    void layoutPlot();
    void changeValueAxis();
    void markDirty();
    void markChartDirty();
    [[nodiscard]] QSize frameSize() const;
    void drawChart();
    void drawFrame();
    [[nodiscard]] double shareAt(double x) const;

    const Theme *m_theme;
    QValueAxis *m_x = nullptr;
    QValueAxis *m_y = nullptr;
    ChartFrame m_shown;
    Layers m_layers;
    Surround m_surround;
    QRectF m_plot;
    double m_ownLeft = 0.0;
    QPixmap m_chart; ///< what Qt Charts draws
    QPixmap m_frame; ///< that with our time axis
    bool m_chartDirty = true;
    bool m_dirty = true; ///< the frame alone
    std::uint64_t m_framesDrawn = 0;
    bool m_pressed = false;
    bool m_dragging = false;
    bool m_banding = false; ///< Shift was down when the button went down
    double m_bandFrom = 0.0;
    QPointF m_lastMouse;
};

} // namespace telltale::ui
