package org.tailwright.ui.report;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;

/// Renders reports as nodes.
public final class BlockRenderer {
    private static final double CHART = 290;
    private static final int ROWS = 14;

    private final Context context;

    public BlockRenderer(Context context) {
        this.context = context;
    }

    /// A whole report: title, verdicts, sections.
    public VBox report(Report report) {
        Label title = Words.label(report.title(), "page-title");
        Node subject = Words.paragraph(report.subject());
        subject.getStyleClass().add("subject");
        VBox page = new VBox(10, title, subject);
        if (!report.verdicts().isEmpty()) {
            page.getChildren().addAll(Words.label("Verdicts", "section-title"), VerdictTable.of(report.verdicts()));
        }
        report.sections().forEach(section -> page.getChildren().add(section(section)));
        return page;
    }

    /// A section with its heading.
    public VBox section(Report.Section section) {
        VBox box = new VBox(10);
        Label title = Words.label(section.title(), "section-title");
        title.setStyle("-fx-padding: 14px 0 0 0;");
        box.getChildren().add(title);
        box.getChildren().addAll(blocks(section.blocks()));
        return box;
    }

    /// Blocks one below the other.
    public List<Node> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    /// One block.
    public Node block(Block block) {
        return switch (block) {
            case Block.Heading heading -> Words.label(heading.text(), "heading");
            case Block.Text text -> Words.paragraph(text.text());
            case Block.Facts facts -> FactsPane.flowing(facts.facts());
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Finding finding -> Words.finding(finding);
        };
    }

    private Node table(Block.Table table) {
        VBox box = new VBox(4);
        if (!table.title().isEmpty()) {
            box.getChildren().add(Words.heading(table.title(), ""));
        }
        box.getChildren().add(TablePane.of(table, ROWS, context.dialogs()));
        return box;
    }

    private ChartPane picture(Block.Picture picture) {
        ChartPane chart = context.chart().show(picture.chart());
        chart.setPrefHeight(CHART);
        chart.setMinHeight(CHART);
        chart.setMaxWidth(Double.MAX_VALUE);
        chart.setAccessibleHelp(picture.alternative());
        return chart;
    }
}
