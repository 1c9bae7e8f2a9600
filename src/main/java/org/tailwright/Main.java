package org.tailwright;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tailwright.charts.Scene;
import org.tailwright.cli.Cli;
import org.tailwright.cli.Console;
import org.tailwright.cli.PictureMaker;
import org.tailwright.cli.Shells;
import org.tailwright.ui.App;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.pictures.Pictures;

/// Entry point: the command line, which asks for the window when it is wanted. No class of the window is touched before.
public final class Main {
    private Main() {}

    /// Runs a command or opens the window, and ends the process with the command's exit code.
    public static void main(String[] args) {
        System.exit(Cli.run(args, Console.system(), new Windows()));
    }

    /// The window's side.
    private static final class Windows implements Shells {
        @Override
        public void window(List<Path> files) {
            needDisplay();
            App.open(files);
        }

        @Override
        public PictureMaker pictures() {
            Pictures pictures = new Pictures(Wiring.standard());
            return new PictureMaker() {
                @Override
                public List<String> views() {
                    return Pictures.views();
                }

                @Override
                public void make(Wish wish) throws IOException {
                    pictures.make(wish.view(), wish.investigation(), wish.width(), wish.height(), wish.dark(), wish.out());
                }

                @Override
                public List<byte[]> paint(List<Scene> scenes) throws IOException {
                    return pictures.paint(scenes);
                }
            };
        }

        private static void needDisplay() {
            boolean linux = System.getProperty("os.name", "").equals("Linux");
            if (linux && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
                throw new UnsupportedOperationException("there is no display to open the window on; `tailwright report FILE… -o out.html` writes a report"
                        + " and `tailwright picture VIEW FILE… -o out.png` a picture without one");
            }
        }
    }
}
