package org.tailwright.simulation.events;

/// Autoscalers at work: at every look the number of instances becomes what would have kept the busy share at the target since the last look.
/// Instances are taken away one at a time, after three looks in a row that wanted fewer.
final class Scaling {
    private static final int PATIENCE = 3;

    private final Loop loop;
    private final Site[] sites;
    private final Floor floor;
    private final double[] busyBefore;
    private final int[] calm;

    Scaling(Loop loop, Site[] sites, Floor floor) {
        this.loop = loop;
        this.sites = sites;
        this.floor = floor;
        busyBefore = new double[sites.length];
        calm = new int[sites.length];
    }

    void plan() {
        for (int i = 0; i < sites.length; i++) {
            int site = i;
            sites[i].station.size().autoscaler().ifPresent(scaler -> loop.push(scaler.intervalNanos(), Loop.SCALE, 0, 0, site));
        }
    }

    void look(int number) {
        Site site = sites[number];
        Network.Autoscaler scaler = site.station.size().autoscaler().orElseThrow();
        site.mark(loop.now);
        double busy = (site.busyArea - busyBefore[number]) / scaler.intervalNanos();
        busyBefore[number] = site.busyArea;
        int wanted = Math.clamp((int) Math.ceil(busy / (site.servers * scaler.target()) - 1e-9), scaler.least(), scaler.most());
        if (wanted > site.lives) {
            calm[number] = 0;
            floor.scale(number, wanted, scaler.coldNanos());
        } else if (wanted < site.lives && ++calm[number] >= PATIENCE) {
            floor.scale(number, site.lives - 1, scaler.coldNanos());
        } else if (wanted == site.lives) {
            calm[number] = 0;
        }
        loop.push(loop.now + scaler.intervalNanos(), Loop.SCALE, 0, 0, number);
    }
}
