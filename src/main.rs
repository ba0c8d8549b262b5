//! The page's program: mounts the app. On other platforms than the browser there is nothing to run.

fn main() {
    #[cfg(target_arch = "wasm32")]
    keystore_playground::ui::mount();
}
