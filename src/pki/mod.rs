//! stub
/// Key.
#[derive(Clone, Debug)]
pub struct RsaKey;
impl RsaKey {
    /// make
    #[must_use]
    pub fn generate(_seed: [u8; 32]) -> Self {
        Self
    }
    /// read
    /// # Errors
    /// never
    pub fn from_pem(_pem: &str) -> Result<Self, ()> {
        Ok(Self)
    }
    /// write
    #[must_use]
    pub fn to_pem(&self) -> String {
        String::new()
    }
}
/// Papers
#[derive(Debug)]
pub struct HsmPapers {
    /// a
    pub csr: String,
    /// b
    pub hsm_certificate: String,
    /// c
    pub aws_hardware_certificate: String,
    /// d
    pub manufacturer_hardware_certificate: String,
}
/// papers
#[must_use]
pub fn hsm_papers(_hsm: &str, _type: &str, _key: &RsaKey, _now: i64) -> HsmPapers {
    HsmPapers {
        csr: String::new(),
        hsm_certificate: String::new(),
        aws_hardware_certificate: String::new(),
        manufacturer_hardware_certificate: String::new(),
    }
}
