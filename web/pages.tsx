/** Which page stands at which address. Mails link to /cases/{id}; a page for who is signed in asks for that first, and then shows. */
import { lazy, Suspense, type ComponentType } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Loading } from './parts/states.tsx';
import { may, useSession } from './session/session.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { Hints } from './shell/hints.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';

const InboxPage = lazy(() => import('./inbox/inbox-page.tsx'));
const BulkListPage = lazy(() => import('./bulk/bulk-list-page.tsx'));
const BulkPage = lazy(() => import('./bulk/bulk-page.tsx'));
const CasesPage = lazy(() => import('./cases/cases-page.tsx'));
const CasePage = lazy(() => import('./cases/case-page.tsx'));
const CaseFormPage = lazy(() => import('./filing/case-form-page.tsx'));
const FilePage = lazy(() => import('./filing/file-page.tsx'));
const FileKindPage = lazy(() => import('./filing/file-kind-page.tsx'));
const ApplicationsPage = lazy(() => import('./applications/applications-page.tsx'));
const DraftPage = lazy(() => import('./applications/draft-page.tsx'));
const NoticesPage = lazy(() => import('./notices/notices-page.tsx'));
const NoticePage = lazy(() => import('./notices/notice-page.tsx'));
const StoresPage = lazy(() => import('./stores/stores-page.tsx'));
const StorePage = lazy(() => import('./stores/store-page.tsx'));
const RarePages = lazy(() => import('./acts/pages.tsx'));
const AccountPage = lazy(() => import('./account/account-page.tsx'));
const PhrasesPage = lazy(() => import('./phrases/phrases-page.tsx'));
const PasswordPage = lazy(() => import('./account/password-page.tsx'));
const SecondFactorPage = lazy(() => import('./account/second-factor.tsx'));
const ForgottenPasswordPage = lazy(() => import('./account/forgotten-password-page.tsx'));
const DashboardPage = lazy(() => import('./figures/dashboard-page.tsx'));
const RetentionPage = lazy(() => import('./retention/retention-page.tsx'));
const AuditPage = lazy(() => import('./audit/audit-page.tsx'));
const AdminPage = lazy(() => import('./admin/admin-page.tsx'));
const ClockPage = lazy(() => import('./admin/clock/clock-page.tsx'));
const CalendarPage = lazy(() => import('./admin/calendar/calendar-page.tsx'));
const RulesPage = lazy(() => import('./admin/rules/rules-page.tsx'));
const AccountsPage = lazy(() => import('./admin/accounts/accounts-page.tsx'));
const BodiesPage = lazy(() => import('./admin/bodies/bodies-page.tsx'));
const TemplatesPage = lazy(() => import('./admin/notices/templates-page.tsx'));
const ChannelsPage = lazy(() => import('./admin/channels/channels-page.tsx'));
const EnginePage = lazy(() => import('./admin/engine/engine-page.tsx'));
const HealthPage = lazy(() => import('./admin/health/health-page.tsx'));
const ComplaintPage = lazy(() => import('./public/complaint-page.tsx'));
const ComplaintKindPage = lazy(() => import('./public/complaint-kind-page.tsx'));
const TrackPage = lazy(() => import('./public/track-page.tsx'));
const RegulationsPage = lazy(() => import('./regulations/regulations-page.tsx'));
const RegulationPage = lazy(() => import('./regulations/regulation-page.tsx'));
const DirectoryPage = lazy(() => import('./public/directory-page.tsx'));
const CampaignPage = lazy(() => import('./assessments/campaign-page.tsx'));
const CampaignEntriesPage = lazy(() => import('./assessments/entries-page.tsx'));
const ScoringPage = lazy(() => import('./assessments/scoring-page.tsx'));
const CallPage = lazy(() => import('./bases/call-page.tsx'));
const ResultsPage = lazy(() => import('./assessments/results-page.tsx'));
const AnhuiNetworkPage = lazy(() => import('./anhui/network-page.tsx'));
const AnhuiReportsPage = lazy(() => import('./anhui/reports-page.tsx'));
const AnhuiMembersPage = lazy(() => import('./anhui/members-page.tsx'));
const AnhuiNeedsPage = lazy(() => import('./anhui/needs-page.tsx'));
const AnhuiBulletinPage = lazy(() => import('./anhui/bulletin-page.tsx'));
const AnhuiEvaluationPage = lazy(() => import('./anhui/evaluation-page.tsx'));
const CentresPage = lazy(() => import('./centres/centres-page.tsx'));
const NetworkPage = lazy(() => import('./network/network-page.tsx'));
const InformationPage = lazy(() => import('./network/information-page.tsx'));
const OffersPage = lazy(() => import('./network/offers-page.tsx'));
const PromotionsPage = lazy(() => import('./network/promotions-page.tsx'));
const PlatformPage = lazy(() => import('./network/platform-page.tsx'));
const ProviderPage = lazy(() => import('./network/provider-page.tsx'));

/** Pages for who is signed in. */
const OWN: Readonly<Record<string, ComponentType>> = {
  '/': FirstPage,
  '/inbox': InboxPage,
  '/cases': CasesPage,
  '/cases/:id': CasePage,
  '/cases/:id/form': CaseFormPage,
  '/bulk': BulkListPage,
  '/bulk/:id': BulkPage,
  '/file': FilePage,
  '/file/:kind': FileKindPage,
  '/recommendations': RarePages,
  '/covers': RarePages,
  '/interests': RarePages,
  '/invitations': RarePages,
  '/apply': ApplicationsPage,
  '/drafts': ApplicationsPage,
  '/drafts/:id': DraftPage,
  '/notices': NoticesPage,
  '/notices/:id': NoticePage,
  '/my-stores': StoresPage,
  '/my-stores/:id': StorePage,
  '/shortlist': RarePages,
  '/activity-periods': RarePages,
  '/recomputation': RarePages,
  '/phrases': PhrasesPage,
  '/dashboard': DashboardPage,
  '/statistics': RarePages,
  '/consultations/:regime': RarePages,
  '/audit': AuditPage,
  '/retention': RetentionPage,
  '/campaigns/:id': CampaignPage,
  '/campaigns/:id/entries': CampaignEntriesPage,
  '/entries/:id/scoring': ScoringPage,
  '/calls/:id': CallPage,
  '/anhui/reports': AnhuiReportsPage,
  '/anhui/members': AnhuiMembersPage,
  '/anhui/needs': AnhuiNeedsPage,
  '/anhui/bulletins/:quarter': AnhuiBulletinPage,
  '/anhui/evaluations/:year?': AnhuiEvaluationPage,
  '/admin': AdminPage,
  '/admin/clock': ClockPage,
  '/admin/calendar': CalendarPage,
  '/admin/rules': RulesPage,
  '/admin/accounts': AccountsPage,
  '/admin/bodies': BodiesPage,
  '/admin/notices': TemplatesPage,
  '/admin/channels': ChannelsPage,
  '/admin/engine/:id': EnginePage,
  '/admin/health': HealthPage,
  '/account': AccountPage,
};

/** Pages for everybody. */
const OPEN: Readonly<Record<string, ComponentType>> = {
  '/sign-in': SignInPage,
  '/forgotten-password': ForgottenPasswordPage,
  '/complaint': ComplaintPage,
  '/complaint/:kind': ComplaintKindPage,
  '/track': TrackPage,
  '/directory': DirectoryPage,
  '/network': NetworkPage,
  '/anhui': AnhuiNetworkPage,
  '/centres': CentresPage,
  '/assessments/:year': ResultsPage,
  '/information': InformationPage,
  '/offers': OffersPage,
  '/promotions': PromotionsPage,
  '/agreements': RarePages,
  '/bulletins': RarePages,
  '/platforms/:id': PlatformPage,
  '/providers/:party': ProviderPage,
  '/regulations': RegulationsPage,
  '/regulations/:document': RegulationPage,
};

export function Pages() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {Object.entries(OPEN).map(([path, component]) => (
          <Route key={path} path={path} component={component} />
        ))}
        {Object.entries(OWN).map(([path, Own]) => (
          <Route key={path} path={path}>
            <SignedIn page={Own} />
          </Route>
        ))}
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}

function SignedIn({ page: Own }: { readonly page: ComponentType }) {
  const { me } = useSession();
  if (me === undefined) return <Loading />;
  if (me === null) return <SignInPage />;
  if (me.mustChangePassword) return <PasswordPage />;
  if (me.mustSetSecondFactor) return <SecondFactorPage />;
  return (
    <>
      <Hints />
      <Own />
    </>
  );
}

/** Staff begin with their inbox, auditors with the log, everybody else with their cases. */
function FirstPage() {
  const { me } = useSession();
  return <Redirect to={may(me, 'task.work') ? '/inbox' : may(me, 'audit.read') ? '/audit' : '/cases'} replace />;
}
