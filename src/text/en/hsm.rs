//! Words of the rules of the HSM tools. A message is the reason that the tool prints; the frame around it is the tool's.

use crate::text::Words;
use crate::text::words::ours;

/// Words whose message the real tool was seen to print.
const fn real(
    rule: &'static str,
    message: &'static str,
    what: &'static str,
    why: &'static str,
    todo: &'static str,
) -> Words {
    Words {
        rule,
        message,
        ours: false,
        what,
        why,
        todo,
    }
}

/// What the tool prints whatever keeps it from a server.
const NO_CONNECTION: &str = "Connection to one of servers failed, exiting...";

/// The words.
pub const RULES: &[Words] = &[
    real(
        "hsm.not-configured",
        NO_CONNECTION,
        "The configuration file `{file}` {found}.",
        "The tool connects to the servers of its configuration and to no others; it does not ask AWS which HSMs there are.",
        "Run `configure` with the address of an HSM of your cluster, then start the tool again.",
    ),
    real(
        "hsm.client-not-attached",
        NO_CONNECTION,
        "The client host {instance} is in no network.",
        "HSMs have private addresses only. A tool reaches them from inside their VPC.",
        "Put the client host into a subnet of the cluster's VPC, with the cluster's security group.",
    ),
    real(
        "hsm.no-hsm",
        NO_CONNECTION,
        "The tool is configured for {address}, but {found}.",
        "The tool starts only when it reaches every server of its configuration. HSMs that were deleted or added since are not known to it.",
        "Run `configure` again with the address of an HSM that is ACTIVE, then start the tool again.",
    ),
    real(
        "hsm.cluster-not-initialized",
        NO_CONNECTION,
        "The HSM at {address} belongs to the cluster {cluster}, which is {state}.",
        "An HSM talks to the tools only after its cluster was initialised with a certificate that you signed.",
        "Sign the cluster's certificate request, initialise the cluster and wait until it is INITIALIZED.",
    ),
    real(
        "hsm.other-vpc",
        NO_CONNECTION,
        "The client host is in the subnet {subnet}, and the HSM at {address} in another VPC, {vpc}.",
        "Addresses of one VPC mean nothing in another one unless the two are connected.",
        "Put the client host into a subnet of the VPC {vpc}.",
    ),
    real(
        "hsm.client-without-group",
        NO_CONNECTION,
        "The client host {instance} carries the security groups {groups}, but not {group}, the group of the cluster; nothing else lets TCP port {port} through to {address}.",
        "The rules of the cluster's security group admit only what carries the same group.",
        "Give the client host the cluster's security group beside those it has.",
    ),
    real(
        "hsm.path-out",
        NO_CONNECTION,
        "No outbound rule of the security groups, {group} among them, lets TCP port {port} out between the client host and {address}.",
        "The cluster's security group is born with an outbound rule for TCP 2223-2225 whose destination is the group itself. Without it neither the tools nor AWS KMS reach the HSMs.",
        "Add the outbound rule for TCP 2223-2225 to {group} again, with the group itself as the destination.",
    ),
    real(
        "hsm.path-in",
        NO_CONNECTION,
        "No inbound rule of the security groups, {group} among them, lets TCP port {port} in between the client host and {address}.",
        "The cluster's security group is born with an inbound rule for TCP 2223-2225 whose source is the group itself. Without it neither the tools nor AWS KMS reach the HSMs.",
        "Add the inbound rule for TCP 2223-2225 to {group} again, with the group itself as the source.",
    ),
    real(
        "hsm.anchor-missing",
        "Ignoring E2E enable flag in the configuration file\n/opt/cloudhsm/etc/customerCA.crt,\npartition owner certificate not exist at given path\nServer {number}({address}) is in unencrypted mode now...\nrunning in limited commands mode\nError: partition owner certificate doesn't exist at given path.\nFailed to create client ssl ctx\nE2E Session failed: E2E setup failed\nEnabling E2E failed",
        "The file `/opt/cloudhsm/etc/customerCA.crt` is missing on the client host.",
        "With this certificate the tool makes sure that it talks to an HSM of your own cluster. Without it there is no encrypted session, and nobody can log in.",
        "Copy the certificate with which you initialised the cluster to `/opt/cloudhsm/etc/customerCA.crt`, then enter `enable_e2e` or start the tool again.",
    ),
    ours(
        "hsm.anchor-other",
        "E2E Session failed: E2E setup failed\nEnabling E2E failed",
        "The file `/opt/cloudhsm/etc/customerCA.crt` holds {found}, but the cluster {cluster} was initialised with {expected}.",
        "With this certificate the tool makes sure that it talks to an HSM of your own cluster. A certificate of another authority proves nothing, even when it bears the same name.",
        "Copy the certificate with which you initialised this cluster to `/opt/cloudhsm/etc/customerCA.crt`, then enter `enable_e2e` or start the tool again.",
    ),
    ours(
        "hsm.server-gone",
        "server is not reachable",
        "The HSM behind server {number}, {address}, is no longer there.",
        "An open connection outlives changes of the network, but not the deletion of its HSM.",
        "Leave the tool, run `configure` again and start it anew.",
    ),
    ours(
        "hsm.unencrypted",
        "running in limited commands mode",
        "There is no encrypted session with server {place}.",
        "Passwords go to an HSM through an encrypted session only, which needs the certificate of the cluster in `{anchor}`.",
        "Put the right certificate there and enter `enable_e2e`.",
    ),
    real(
        "hsm.login-type",
        "HSM Error: Invalid User Type.",
        "`{word}` is no user type.",
        "The types are PRECO (before the cluster is activated), CO (crypto officer) and CU (crypto user), in capital letters.",
        "Enter the type of the user as `listUsers` shows it.",
    ),
    real(
        "hsm.login-unknown",
        "HSM Error: user isn't initialized or user with this name doesn't exist",
        "Server {place} has no user called `{name}`.",
        "Every HSM has users of its own. A user made while an HSM was not in the tool's configuration does not exist on it.",
        "See with `listUsers` which users there are on which server.",
    ),
    real(
        "hsm.login-other-type",
        "HSM Error: This user doesn't exist",
        "Server {place} has a user called `{name}`, but its type is {kind}, not `{word}`.",
        "An HSM tells users apart by type and name. The first administrator is PRECO until the first password change, which activates the cluster, and CO afterwards.",
        "Log in with the type {kind}.",
    ),
    real(
        "hsm.locked",
        "HSM Error: RET_USER_LOGIN_FAILURE",
        "`{name}` ({kind}) is locked on server {place}: {limit} logins in a row failed.",
        "A locked user cannot log in with the right password either. The HSM does not say that it is locked; the column LoginFailureCnt of `listUsers` shows it.",
        "Have a crypto officer set a new password for the user: that unlocks it.",
    ),
    real(
        "hsm.held-by-kms",
        "HSM Error: RET_USER_LOGIN_FAILURE",
        "AWS KMS is logged in as `kmsuser` on server {place}, for the key store {store}.",
        "When a key store is connected, AWS KMS replaces the password of `kmsuser` by one that only it knows, and stays logged in.",
        "Disconnect the key store, then have a crypto officer set a new password for `kmsuser`. Afterwards give that password to AWS KMS before you connect the key store again.",
    ),
    real(
        "hsm.wrong-password",
        "HSM Error: RET_USER_LOGIN_FAILURE",
        "The password of `{name}` ({kind}) on server {place} is another one. This was failure {failures} of {limit} in a row.",
        "After {limit} failures in a row the HSM locks the user, and only a crypto officer can unlock it. Each HSM counts for itself.",
        "Enter the right password; upper and lower case differ.",
    ),
    ours(
        "hsm.not-officer",
        "permission denied, log in as CO first",
        "On server {place}, {who}.",
        "Only a crypto officer (CO) makes, changes and deletes users. A crypto user may change its own password.",
        "Log in as a crypto officer.",
    ),
    ours(
        "hsm.preco",
        "permission denied, PRECO may only change its own password",
        "The tool is logged in as `{name}` (PRECO) on server {place}, who may not use `{command}` on other users.",
        "The precrypto officer exists for one thing: its first password change activates the cluster and makes it a crypto officer.",
        "Change the password of this user first, then go on as a crypto officer.",
    ),
    real(
        "hsm.user-type",
        "invalid user type",
        "`{word}` is no user type that `{command}` takes.",
        "A user is a crypto officer (CO) or a crypto user (CU), in capital letters. AWS KMS needs a crypto user.",
        "Enter CO or CU.",
    ),
    real(
        "hsm.user-name",
        "Invalid input data/params",
        "The user name `{name}` {found}.",
        "A user name has at most {longest} characters: letters, digits and underscores.",
        "Choose another name. AWS KMS needs the name `kmsuser`.",
    ),
    real(
        "hsm.password-length",
        "min pswd len 7 and max pswd len 32",
        "The password has {length} characters.",
        "Passwords of HSM users have {shortest} to {longest} characters. For `kmsuser`, AWS KMS takes letters and digits only.",
        "Choose a password of {shortest} to {longest} characters.",
    ),
    real(
        "hsm.user-exists",
        "This user is already created",
        "Server {place} already has the user `{name}` ({kind}).",
        "Type and name are given once per HSM; upper and lower case of the name do not differ. The user may still be missing on other HSMs.",
        "Answer I to go on with the other servers. With `changePswd` you give the user one password everywhere.",
    ),
    ours(
        "hsm.users-full",
        "maximum number of users reached",
        "Server {place} holds {count} users, and takes {most}.",
        "The number of users of an HSM is limited.",
        "Delete a user who is no longer needed.",
    ),
    real(
        "hsm.user-unknown",
        "user doesn't exist",
        "Server {place} has no user `{name}` of the type {word}. It has {users}.",
        "Every HSM has users of its own, told apart by type and name.",
        "See with `listUsers` which users there are on which server.",
    ),
    ours(
        "hsm.appliance-user",
        "user cannot be deleted",
        "`{name}` is the appliance user.",
        "AWS made it and copies users and keys between HSMs with it.",
        "Leave it alone: it has no access to your keys.",
    ),
    ours(
        "hsm.user-held",
        "user is logged in",
        "`{name}` ({kind}) is logged in on server {place}: {holder}.",
        "The password of a user who is logged in elsewhere cannot be changed, and a user who is logged in cannot be deleted. While a key store is connected, AWS KMS is logged in as `kmsuser`.",
        "Log the user out first; for `kmsuser`, disconnect the key store.",
    ),
    ours(
        "hsm.owns-keys",
        "user owns keys",
        "`{name}` owns {count} keys on server {place}, with the handles {handles}.",
        "The keys of a crypto user would be lost with it.",
        "Keep the user. With the keys of `kmsuser`, their KMS keys would become unusable for ever; schedule the deletion of those KMS keys if you no longer need them.",
    ),
    ours(
        "hsm.sync-target",
        "invalid server",
        "Server {to} is not another server of this tool that can be reached. The command goes from server {place}, and the tool is connected to {count} in all.",
        "A user is copied from the server that you entered to another one that the tool is connected to.",
        "Enter the number of another server, as `listUsers` shows it; where one is missing, run `configure` again and start the tool anew.",
    ),
    ours(
        "hsm.sync-user-id",
        "user doesn't exist",
        "Server {place} has no user with the id {user}.",
        "`syncUser` names a user by its id, and ids are counted by every HSM for itself.",
        "See with `listUsers` which id the user has on this server.",
    ),
    real(
        "hsm.sync-exists",
        "user already created, unable to insert object",
        "Server {to} already has the user `{name}` ({kind}).",
        "Only a user who is missing can be copied. Nothing tells whether the two have the same password.",
        "With `changePswd` you give the user one password on all servers.",
    ),
];
